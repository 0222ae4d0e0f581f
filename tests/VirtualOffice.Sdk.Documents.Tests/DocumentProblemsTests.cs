using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Documents.Tests;

/// <summary>Every field wrong in turn: the message names file, line and field, what was found and what is allowed.</summary>
public sealed class DocumentProblemsTests
{
    public static TheoryData<string, string, string> Changes => new()
    {
        { "id: fox-travel\n", "",
          "fox.yaml:1: id: found nothing; allowed is an id: 1 to 64 ASCII letters, digits, '-' or '_'." },
        { "id: fox-travel", "id: fox travel",
          "fox.yaml:1: id: found 'fox travel'; allowed is an id: 1 to 64 ASCII letters, digits, '-' or '_'." },
        { "id: fox-travel", "id:",
          "fox.yaml:1: id: found nothing; allowed is an id: 1 to 64 ASCII letters, digits, '-' or '_'." },
        { "id: fox-travel", "id: [fox]",
          "fox.yaml:1: id: found a list; allowed is an id: 1 to 64 ASCII letters, digits, '-' or '_'." },
        { "id: fox-travel", "ID: fox-travel",
          "fox.yaml:1: ID: found the unknown field 'ID'; allowed is id, name, pronunciation, spokenName, numbers, timeZone, greeting, greetings, hours, callers, queue, callbacks, messagesTo, messageText, dispatch, digests, quietHours, callTypes, scripts, employees, absences, groups, onCall, dialling, transfers, recording, card (did you mean 'id'?).\n"
          + "fox.yaml:1: id: found nothing; allowed is an id: 1 to 64 ASCII letters, digits, '-' or '_'." },
        { "strategy: fewest-calls", "strategie: fewest-calls",
          "fox.yaml:21: queue.strategie: found the unknown field 'strategie'; allowed is strategy, offer, backupsAfter, preferLastOperatorFor, wrapUp, weight, skills, whisper, limits (did you mean 'strategy'?)." },
        { "[15s, 1m]", "[1m, 15s]",
          "fox.yaml:22: queue.backupsAfter: found 60s, 15s; allowed is at most 7 times, each as long as the one before or longer." },
        { "preferLastOperatorFor: 20s", "preferLastOperatorFor: 20",
          "fox.yaml:23: queue.preferLastOperatorFor: found '20'; allowed is a time such as 90s, 2m or 1h: 0s to 10m." },
        { "wrapUp: 30s", "wrapUp: 2h",
          "fox.yaml:24: queue.wrapUp: found '2h'; allowed is a time such as 90s, 2m or 1h: 0s to 1h." },
        { "english: 2", "english: 11",
          "fox.yaml:25: queue.skills.english: found '11'; allowed is a level, 1 to 10." },
        { "count: 10, then: busy", "count: 0, then: busy",
          "fox.yaml:27: queue.limits[0].count: found '0'; allowed is a whole number, 1 to 10000." },
        { "count: 10, then: busy", "then: busy",
          "fox.yaml:27: queue.limits[0].count: found nothing; allowed is a whole number, 1 to 10000." },
        { "then: busy", "then: bussy",
          "fox.yaml:27: queue.limits[0].then: found 'bussy'; allowed is one of message, callback, announcement, busy, overflow (did you mean 'busy'?)." },
        { "time: 90s", "count: 3, time: 90s",
          "fox.yaml:28: queue.limits[1].count: found '3'; allowed is no 'count' with this limit." },
        { "then: callback, prompt: call-you-back", "then: overflow, to: fox-travel",
          "fox.yaml:28: queue.limits[1].to: found 'fox-travel'; allowed is another company of this folder." },
        { "when: nobodyOnline, then: message", "when: nobodyOnline, then: message, prompt: sorry",
          "fox.yaml:29: queue.limits[2].prompt: found 'sorry'; allowed is no prompt here: only 'announcement' and 'callback' have one." },
        { "offer: allOfRing", "offer: allofring",
          "fox.yaml:30: queue.offer: found 'allofring'; allowed is one of oneAtATime, allOfRing (did you mean 'allOfRing'?)." },
        { "kind: mobile", "kind: moblie",
          "fox.yaml:16: employees[0].numbers[1].kind: found 'moblie'; allowed is one of office, mobile, home, other (did you mean 'mobile'?)." },
        { "ring: 15s", "ring: 10m",
          "fox.yaml:16: employees[0].numbers[1].ring: found '10m'; allowed is a time such as 90s, 2m or 1h: 1s to 5m." },
        { "transfer: warm", "transfer: hot",
          "fox.yaml:16: employees[0].numbers[1].transfer: found 'hot'; allowed is one of blind, warm." },
        { "accept: true", "accept: yes",
          "fox.yaml:16: employees[0].numbers[1].accept: found 'yes'; allowed is true or false." },
        { "number: \"+79214540102\", kind", "kind",
          "fox.yaml:16: employees[0].numbers[1].number: found nothing; allowed is a phone number in international form, such as \"+78124540001\" (in quotes)." },
        { "priority: vip", "priority: important",
          "fox.yaml:33: callers.known[0].priority: found 'important'; allowed is one of vip, high, normal, low." },
        { "[\"+79219990001\"]", "[\"+79215550101\"]",
          "fox.yaml:33: callers.known[0].number: found '+79215550101'; allowed is a number that is not among the blocked ones too." },
        { "anonymous: message", "anonymous: mesage",
          "fox.yaml:35: callers.anonymous: found 'mesage'; allowed is one of accept, message, refuse (did you mean 'message'?)." },
        { "redialWithin: 10m", "redialWithin: 2h",
          "fox.yaml:36: callers.redialWithin: found '2h'; allowed is a time such as 90s, 2m or 1h: 0s to 1h." },
        { "sat: closed", "exceptions: [{ name: New Year, on: 31.12, open: closed }]",
          "fox.yaml:10: hours.exceptions[0].on: found '31.12'; allowed is a day, such as 2026-12-31, or 12-31 for every year; or a weekday of the month, such as last fri, or 2nd sun of may." },
        { "sat: closed", "exceptions: [{ name: Repairs, from: 2026-12-31, to: 2026-12-30, open: closed }]",
          "fox.yaml:10: hours.exceptions[0].to: found '2026-12-30'; allowed is the last day, written like the first and not before it." },
        { "sat: closed", "exceptions: [{ name: Repairs, on: 12-31, to: 12-31, open: closed }]",
          "fox.yaml:10: hours.exceptions[0].to: found '12-31'; allowed is either 'on', or 'from' and 'to'." },
        { "sat: closed", "force: { state: shut }",
          "fox.yaml:10: hours.force.state: found 'shut'; allowed is one of open, closed." },
        { "sat: closed", "force: { state: closed, until: 18:00 }",
          "fox.yaml:10: hours.force.until: found '18:00'; allowed is a time of the company, such as 2026-12-31T18:00." },
        { "takes: companyOrder", "takes: order",
          "operators.yaml:16: operators[2].takes: found 'order'; allowed is one of longestWait, companyOrder, weighted." },
        { "weight: 3", "weight: 0",
          "operators.yaml:18: operators[2].weight: found '0'; allowed is a whole number, 1 to 1000." },
        { "rings: { fox-travel: 1 }", "rings: { fox-travel: 8 }",
          "operators.yaml:14: operators[2].rings.fox-travel: found '8'; allowed is a ring: 0 for who is asked at once, 1 to 7 for backups." },
        { "rings: { fox-travel: 1 }", "rings: { nord: 1 }",
          "operators.yaml:14: operators[2].rings.nord: found the unknown field 'nord'; allowed is fox-travel." },
        { "name: Fox Travel\n", "",
          "fox.yaml:1: name: found nothing; allowed is the company's name." },
        { "name: Fox Travel", "name: ''",
          "fox.yaml:2: name: found nothing; allowed is a text of 1 to 100 characters on one line." },
        { "name: Fox Travel", "name: null",
          "fox.yaml:2: name: found nothing; allowed is a text of 1 to 100 characters on one line." },
        { "name: Fox Travel", "name: { first: Fox }",
          "fox.yaml:2: name: found a mapping; allowed is a text of 1 to 100 characters on one line." },
        { "name: Fox Travel", "name: \"Fox\\nTravel\"",
          "fox.yaml:2: name: found 'Fox Travel'; allowed is a text of 1 to 100 characters on one line." },
        { "name: Fox Travel", "nmae: Fox Travel",
          "fox.yaml:2: nmae: found the unknown field 'nmae'; allowed is id, name, pronunciation, spokenName, numbers, timeZone, greeting, greetings, hours, callers, queue, callbacks, messagesTo, messageText, dispatch, digests, quietHours, callTypes, scripts, employees, absences, groups, onCall, dialling, transfers, recording, card (did you mean 'name'?).\n"
          + "fox.yaml:1: name: found nothing; allowed is the company's name." },
        { "name: Fox Travel", "name: Fox Travel\nname: Fox",
          "fox.yaml:3: (document): found 'Duplicate key name'; allowed is YAML in UTF-8, without aliases and tags." },
        { "numbers: [\"+78124540001\"]\n", "",
          "fox.yaml:1: numbers: found nothing; allowed is a list of the numbers callers dial; each a phone number in international form, such as \"+78124540001\" (in quotes)." },
        { "[\"+78124540001\"]", "\"+78124540001\"",
          "fox.yaml:3: numbers: found '+78124540001'; allowed is a list; each item a phone number in international form, such as \"+78124540001\" (in quotes)." },
        { "[\"+78124540001\"]", "[]",
          "fox.yaml:3: numbers: found an empty list; allowed is at least one number; each a phone number in international form, such as \"+78124540001\" (in quotes)." },
        { "[\"+78124540001\"]", "[8124540001]",
          "fox.yaml:3: numbers[0]: found '8124540001'; allowed is a phone number in international form, such as \"+78124540001\" (in quotes)." },
        { "[\"+78124540001\"]", "[\"+78124540001\", \"+7 (812) 454-00-01\"]",
          "fox.yaml:3: numbers[1]: found '+78124540001', which stands at fox.yaml:3 too; allowed is every number once in all companies." },
        { "[\"+78124540001\"]", "[\"+78124540001\", [\"+78124540002\"]]",
          "fox.yaml:3: numbers[1]: found a list; allowed is a phone number in international form, such as \"+78124540001\" (in quotes)." },
        { "[\"+78124540001\"]", "[\"PJSIP/op1&Local/1@x\"]",
          "fox.yaml:3: numbers[0]: found 'PJSIP/op1&Local/1@x'; allowed is a phone number in international form, such as \"+78124540001\" (in quotes)." },
        { "Europe/Moscow", "Europe/Moskow",
          "fox.yaml:4: timeZone: found 'Europe/Moskow'; allowed is an IANA time zone, such as Europe/Moscow (did you mean 'Europe/Moscow'?)." },
        { "Europe/Moscow", "europe/moscow",
          "fox.yaml:4: timeZone: found 'europe/moscow'; allowed is an IANA time zone, such as Europe/Moscow (did you mean 'Europe/Moscow'?)." },
        { "Europe/Moscow", "Russian Standard Time",
          "fox.yaml:4: timeZone: found 'Russian Standard Time'; allowed is an IANA time zone, such as Europe/Moscow." },
        { "Europe/Moscow", "Europe/../Europe/Moscow",
          "fox.yaml:4: timeZone: found 'Europe/../Europe/Moscow'; allowed is an IANA time zone, such as Europe/Moscow." },
        { "Europe/Moscow", "/etc/passwd",
          "fox.yaml:4: timeZone: found '/etc/passwd'; allowed is an IANA time zone, such as Europe/Moscow." },
        { "Europe/Moscow", "",
          "fox.yaml:4: timeZone: found nothing; allowed is a text of 1 to 64 characters on one line." },
        { "greeting:\n  text: \"Fox Travel, {daypart}! {operator.name} speaking.\"\n  prompt: welcome", "greeting: Hello",
          "fox.yaml:5: greeting: found 'Hello'; allowed is a mapping with the fields text, prompt." },
        { "prompt: welcome", "prompt: ../welcome",
          "fox.yaml:7: greeting.prompt: found '../welcome'; allowed is the name of a prompt the PBX knows: 1 to 100 ASCII letters, digits, '-', '_' or '/'." },
        { "prompt: welcome", "promt: welcome",
          "fox.yaml:7: greeting.promt: found the unknown field 'promt'; allowed is text, prompt (did you mean 'prompt'?)." },
        { "mon-fri: \"09:00-22:00\"\n  sat: closed", "- mon",
          "fox.yaml:9: hours: found a list; allowed is days, such as mon-fri, each with intervals such as \"09:00-13:00, 14:00-22:00\", \"24h\" or \"closed\"." },
        { "hours:\n  mon-fri: \"09:00-22:00\"\n  sat: closed", "hours: {}",
          "fox.yaml:8: hours: found a mapping; allowed is days, such as mon-fri, each with intervals such as \"09:00-13:00, 14:00-22:00\", \"24h\" or \"closed\"." },
        { "mon-fri:", "mon-fry:",
          "fox.yaml:9: hours.mon-fry: found 'mon-fry'; allowed is mon, tue, wed, thu, fri, sat, sun, a range such as mon-fri, or several with commas; or exceptions, force." },
        { "mon-fri:", "monday:",
          "fox.yaml:9: hours.monday: found 'monday'; allowed is mon, tue, wed, thu, fri, sat, sun, a range such as mon-fri, or several with commas; or exceptions, force." },
        { "sat: closed", "fri: closed",
          "fox.yaml:10: hours.fri: found Friday again; allowed is every day once." },
        { "sat: closed", "sat: open",
          "fox.yaml:10: hours.sat: found 'open'; allowed is intervals such as \"09:00-13:00, 14:00-22:00\", \"24h\" or \"closed\"." },
        { "\"09:00-22:00\"", "\"9-22\"",
          "fox.yaml:9: hours.mon-fri: found '9-22'; allowed is intervals such as \"09:00-13:00, 14:00-22:00\", \"24h\" or \"closed\"." },
        { "\"09:00-22:00\"", "\"09:00-25:00\"",
          "fox.yaml:9: hours.mon-fri: found '09:00-25:00'; allowed is intervals such as \"09:00-13:00, 14:00-22:00\", \"24h\" or \"closed\"." },
        { "\"09:00-22:00\"", "\"24:00-02:00\"",
          "fox.yaml:9: hours.mon-fri: found '24:00-02:00'; allowed is intervals such as \"09:00-13:00, 14:00-22:00\", \"24h\" or \"closed\"." },
        { "\"09:00-22:00\"", "\"09:00-09:00\"",
          "fox.yaml:9: hours.mon-fri: found '09:00-09:00'; allowed is intervals such as \"09:00-13:00, 14:00-22:00\", \"24h\" or \"closed\"." },
        { "\"09:00-22:00\"", "\"09:00-13:00,\"",
          "fox.yaml:9: hours.mon-fri: found '09:00-13:00,'; allowed is intervals such as \"09:00-13:00, 14:00-22:00\", \"24h\" or \"closed\"." },
        { "\"09:00-22:00\"", "[\"09:00-22:00\"]",
          "fox.yaml:9: hours.mon-fri: found a list; allowed is intervals such as \"09:00-13:00, 14:00-22:00\", \"24h\" or \"closed\"." },
        { "\"09:00-22:00\"", "",
          "fox.yaml:9: hours.mon-fri: found nothing; allowed is intervals such as \"09:00-13:00, 14:00-22:00\", \"24h\" or \"closed\"." },
        { "office@fox.example", "office",
          "fox.yaml:11: messagesTo: found 'office'; allowed is an e-mail address, such as anna@example.com." },
        { "office@fox.example", "\"office@fox.example, evil@x.example\"",
          "fox.yaml:11: messagesTo: found 'office@fox.example, evil@x.example'; allowed is an e-mail address, such as anna@example.com." },
        { "office@fox.example", "\"office@fox.example\\r\\nBcc: evil@x.example\"",
          "fox.yaml:11: messagesTo: found 'office@fox.example  Bcc: evil@x.example'; allowed is an e-mail address, such as anna@example.com." },
        { "office@fox.example", "Office <office@fox.example>",
          "fox.yaml:11: messagesTo: found 'Office <office@fox.example>'; allowed is an e-mail address, such as anna@example.com." },
        { "employees:\n  - id: anna", "employees:\n  - id: anna petrova",
          "fox.yaml:13: employees[0].id: found 'anna petrova'; allowed is an id: 1 to 64 ASCII letters, digits, '-' or '_'." },
        { "  - id: boris", "  - id: anna",
          "fox.yaml:17: employees[1].id: found 'anna', which stands at fox.yaml:13 too; allowed is an id that no other employee of the company has." },
        { "  - id: boris\n    name: Boris", "  - name: Boris",
          "fox.yaml:17: employees[1].id: found nothing; allowed is an id: 1 to 64 ASCII letters, digits, '-' or '_'." },
        { "    name: Boris\n", "",
          "fox.yaml:17: employees[1].name: found nothing; allowed is the employee's name." },
        { "    email: boris@fox.example", "",
          "fox.yaml:17: employees[1]: found neither numbers nor an email; allowed is an employee with numbers, an email, or both." },
        { "    email: boris@fox.example", "    numbers: []",
          "fox.yaml:17: employees[1]: found neither numbers nor an email; allowed is an employee with numbers, an email, or both." },
        { "    email: boris@fox.example", "    email: boris",
          "fox.yaml:19: employees[1].email: found 'boris'; allowed is an e-mail address, such as anna@example.com." },
        { "    email: boris@fox.example", "    mail: boris@fox.example",
          "fox.yaml:19: employees[1].mail: found the unknown field 'mail'; allowed is id, name, email, numbers, department, pronunciation, quietHours (did you mean 'email'?).\n"
          + "fox.yaml:17: employees[1]: found neither numbers nor an email; allowed is an employee with numbers, an email, or both." },
        { "{ number: \"+79214540102\", kind: mobile, ring: 15s, transfer: warm, accept: true }", "\"101\"",
          "fox.yaml:16: employees[0].numbers[1]: found '101'; allowed is a phone number in international form, such as \"+78124540001\" (in quotes)." },
        { "  - id: boris\n    name: Boris\n    email: boris@fox.example", "  - boris",
          "fox.yaml:17: employees[1]: found 'boris'; allowed is a mapping with the fields id, name, email, numbers, department, pronunciation, quietHours." },
        { "operators:\n  - id: olga", "operators:\n  - id: ol.ga",
          "operators.yaml:2: operators[0].id: found 'ol.ga'; allowed is an id: 1 to 64 ASCII letters, digits, '-' or '_'." },
        { "operators:\n", "colour: red\noperators:\n",
          "operators.yaml:1: colour: found the unknown field 'colour'; allowed is operators." },
        { "  - id: pavel", "  - id: olga",
          "operators.yaml:6: operators[1].id: found 'olga', which stands at operators.yaml:2 too; allowed is an id that no other operator has." },
        { "    name: Pavel\n", "",
          "operators.yaml:6: operators[1].name: found nothing; allowed is the operator's name." },
        { "device: op1", "device: PJSIP/op1",
          "operators.yaml:4: operators[0].device: found 'PJSIP/op1'; allowed is a device: 1 to 32 ASCII letters, digits, '-' or '_'." },
        { "device: op2", "device: op1",
          "operators.yaml:8: operators[1].device: found 'op1', which stands at operators.yaml:4 too; allowed is a device that no other operator has." },
        { "    device: op2\n", "",
          "operators.yaml:6: operators[1].device: found nothing; allowed is a device: 1 to 32 ASCII letters, digits, '-' or '_'." },
        { "op2\n    companies: [fox-travel]", "op2\n    companies: [fox-trvel]",
          "operators.yaml:9: operators[1].companies[0]: found the unknown company 'fox-trvel'; allowed is one of fox-travel (did you mean 'fox-travel'?)." },
        { "op2\n    companies: [fox-travel]", "op2\n    companies: [fox-travel, fox-travel]",
          "operators.yaml:9: operators[1].companies[1]: found 'fox-travel', which stands at operators.yaml:9 too; allowed is every company once." },
        { "op2\n    companies: [fox-travel]", "op2\n    companies: []",
          "operators.yaml:9: operators[1].companies: found 0 companies; allowed is 1 to 5 companies." },
        { "op2\n    companies: [fox-travel]", "op2\n    companies: fox-travel",
          "operators.yaml:9: operators[1].companies: found 'fox-travel'; allowed is a list; each item the id of a company." },
        { "op2\n    companies: [fox-travel]", "op2\n    companies: [fox-travel, b, c, d, e, f]",
          "operators.yaml:9: operators[1].companies: found 6 companies; allowed is 1 to 5 companies.\n"
          + "operators.yaml:9: operators[1].companies[1]: found the unknown company 'b'; allowed is one of fox-travel.\n"
          + "operators.yaml:9: operators[1].companies[2]: found the unknown company 'c'; allowed is one of fox-travel.\n"
          + "operators.yaml:9: operators[1].companies[3]: found the unknown company 'd'; allowed is one of fox-travel.\n"
          + "operators.yaml:9: operators[1].companies[4]: found the unknown company 'e'; allowed is one of fox-travel.\n"
          + "operators.yaml:9: operators[1].companies[5]: found the unknown company 'f'; allowed is one of fox-travel." },
        { "op2\n    companies: [fox-travel]", "op2",
          "operators.yaml:6: operators[1].companies: found nothing; allowed is a list of 1 to 5 companies." },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task LoadAsync_OneFieldWrong_IsToldWithPlaceFoundAndAllowed(string valid, string wrong, string problem)
    {
        using var folder = new TestFolder();
        var (company, operators) = (TestFolder.Company.Replace(valid, wrong, StringComparison.Ordinal), TestFolder.Operators.Replace(valid, wrong, StringComparison.Ordinal));
        Assert.True(company != TestFolder.Company || operators != TestFolder.Operators);
        folder.Write("fox.yaml", company).Write("operators.yaml", operators);

        Assert.Equal(problem, await folder.ProblemsAsync());
    }

    [Theory]
    [InlineData("{ urgency: urgnt, steps: [{ to: recipient }] }", "urgency: found 'urgnt'; allowed is one of routine, urgent (did you mean 'urgent'?).")]
    [InlineData("{ kind: spoken, steps: [{ to: recipient }] }", "kind: found 'spoken'; allowed is one of operator, voice.")]
    [InlineData("{ urgency: urgent }", "steps: found nothing; allowed is a list of 1 to 20 steps, such as { to: recipient, by: email }.")]
    [InlineData("{ away: stand-in, steps: [{ to: recipient }] }", "away: found 'stand-in'; allowed is one of tell, standIn, skip (did you mean 'standIn'?).")]
    [InlineData("{ steps: [] }", "steps: found an empty list; allowed is a list of 1 to 20 steps, such as { to: recipient, by: email }.")]
    [InlineData("{ steps: [{ by: email }] }", "steps[0].to: found nothing; allowed is recipient, messagesTo, the id of an employee, group:ID, on-call:ID, or an address with '@', '+' or '/' in it.")]
    [InlineData("{ steps: [{ to: ana }] }", "steps[0].to: found 'ana'; allowed is recipient, messagesTo, the id of an employee, group:ID, on-call:ID, or an address with '@', '+' or '/' in it (did you mean 'anna'?).")]
    [InlineData("{ steps: [{ to: boris, by: sms }] }", "steps[0].to: found 'boris'; allowed is an employee who has a number, for this channel.")]
    [InlineData("{ steps: [{ to: anna, after: 5 }] }", "steps[0].after: found '5'; allowed is a time such as 90s, 5m or 1h: 0s to 72h.")]
    [InlineData("{ steps: [{ to: anna, times: 3 }] }", "steps[0].every: found nothing; allowed is the pause between the times, such as 5m.")]
    [InlineData("{ steps: [{ to: anna, every: 5m, times: 1 }] }", "steps[0].times: found '1'; allowed is a whole number, 2 to 50.")]
    [InlineData("{ steps: [{ to: anna, every: 5s, times: 2 }] }", "steps[0].every: found '5s'; allowed is a time such as 90s, 5m or 1h: 1m to 72h.")]
    [InlineData("{ steps: [{ to: anna, quiet: 22-8 }] }", "steps[0].quiet: found '22-8'; allowed is two different times, such as \"22:00-08:00\".")]
    [InlineData("{ steps: [{ to: anna, aftr: 5m }] }", "steps[0].aftr: found the unknown field 'aftr'; allowed is to, by, after, every, times, quiet, hold (did you mean 'after'?).")]
    public async Task LoadAsync_DispatchWrong_IsToldWithPlaceFoundAndAllowed(string rule, string problem)
    {
        using var folder = new TestFolder();
        folder.Write("fox.yaml", TestFolder.Company.TrimEnd() + $"\ndispatch:\n  - {rule}\n").Write("operators.yaml", TestFolder.Operators);

        Assert.Matches($@"\Afox\.yaml:\d+: dispatch\[0\]\.{System.Text.RegularExpressions.Regex.Escape(problem)}\z", await folder.ProblemsAsync());
    }

    [Theory]
    [InlineData("{ subject: \"{caller.nmae}\" }", "subject: found the merge field 'caller.nmae'", "(did you mean 'caller.name'?).")]
    [InlineData("{ body: \"About {answers.topc}\" }", "body: found the merge field 'answers.topc'", "(did you mean 'answers.topic'?).")]
    [InlineData("{}", "found neither", "allowed is a subject, a body, or both.")]
    [InlineData("{ subject: \"\" }", "subject: found nothing", "a text of 1 to 200 characters on one line.")]
    public async Task LoadAsync_MessageTextWrong_IsToldWithPlaceAndWhatIsKnown(string template, string found, string end)
    {
        using var folder = new TestFolder();
        folder.Write("owl.yaml", $"id: owl\nname: Owl\nnumbers: [\"+78124540002\"]\nscripts: [{{ name: main, steps: [{{ name: wait, do: queue }}, {{ name: topic, do: ask, field: topic }}, {{ name: bye, do: hangup }}] }}]\nmessageText: {template}\n");

        var problems = await folder.ProblemsAsync();
        Assert.StartsWith("owl.yaml:5: messageText", problems);
        Assert.Contains(found, problems);
        Assert.EndsWith(end, problems);
    }

    [Theory]
    [InlineData("nmae", "whisper: found 'nmae'; allowed is 'name', or a prompt or a text, such as { text: \"Fox Travel\", language: en } (did you mean 'name'?).")]
    [InlineData("{}", "whisper: found an empty mapping; allowed is 'name', or a prompt or a text, such as { text: \"Fox Travel\", language: en }.")]
    [InlineData("[name]", "whisper: found a list; allowed is a mapping with the fields prompt, text, language.")]
    [InlineData("{ prompt: ../x }", "whisper.prompt: found '../x'; allowed is the name of a prompt the PBX knows: 1 to 100 ASCII letters, digits, '-', '_' or '/'.")]
    [InlineData("{ text: \"\" }", "whisper.text: found nothing; allowed is a text of 1 to 200 characters on one line.")]
    [InlineData("{ text: Fox, language: \"e n\" }", "whisper.language: found 'e n'; allowed is a language tag, such as en or pt-BR.")]
    public async Task LoadAsync_WhisperWrong_IsToldWithPlaceFoundAndAllowed(string whisper, string problem)
    {
        using var folder = new TestFolder();
        folder.Write("owl.yaml", $"id: owl\nname: Owl\nnumbers: [\"+78124540002\"]\nqueue:\n  whisper: {whisper}\n");

        Assert.Equal($"owl.yaml:5: queue.{problem}", await folder.ProblemsAsync());
    }

    [Fact]
    public async Task LoadAsync_DispatchToACompanyAddressThatIsNotThere_IsTold()
    {
        using var folder = new TestFolder();
        folder.Write("owl.yaml", "id: owl\nname: Owl\nnumbers: [\"+78124540002\"]\ndispatch:\n  - steps: [{ to: messagesTo }]\n");

        Assert.Equal("owl.yaml:5: dispatch[0].steps[0].to: found 'messagesTo'; allowed is messagesTo only when the company has the field messagesTo.", await folder.ProblemsAsync());
    }

    [Fact]
    public async Task LoadAsync_NumberOfTwoCompanies_NamesBothPlaces()
    {
        using var folder = new TestFolder();
        folder.WriteValid().Write("owl.yaml", "id: owl\nname: Owl\nnumbers:\n  - \"+78124540002\"\n  - \"+78124540001\"\n");

        Assert.Equal(
            "owl.yaml:5: numbers[1]: found '+78124540001', which stands at fox.yaml:3 too; allowed is every number once in all companies.",
            await folder.ProblemsAsync());
    }

    [Fact]
    public async Task LoadAsync_CompanyTwice_NamesBothPlaces()
    {
        using var folder = new TestFolder();
        folder.WriteValid().Write("owl.yaml", "name: Owl\nid: fox-travel\nnumbers: [\"+78124540002\"]\n");

        Assert.Equal("owl.yaml:2: id: found 'fox-travel', which stands at fox.yaml:1 too; allowed is an id that no other company has.", await folder.ProblemsAsync());
    }

    [Fact]
    public async Task LoadAsync_DeviceOfOperatorsInTwoFiles_NamesBothPlaces()
    {
        using var folder = new TestFolder();
        folder.WriteValid().Write("night.yaml", "operators:\n- {id: nina, name: Nina, device: op2, companies: [fox-travel]}\n");

        Assert.Equal("operators.yaml:8: operators[1].device: found 'op2', which stands at night.yaml:2 too; allowed is a device that no other operator has.", await folder.ProblemsAsync());
    }

    [Fact]
    public async Task LoadAsync_ProblemsInSeveralFiles_TellsAllOfThem()
    {
        using var folder = new TestFolder();
        folder
            .Write("a.yaml", "id: a\nname: A\nnumbers: [1]\ntimeZone: Mars/Base\n")
            .Write("b.yaml", "id: b b\nname: B\nnumbers: [\"+78124540001\"]\n")
            .Write("c.yaml", "[")
            .Write("operators.yaml", "operators:\n- {id: olga, name: Olga, device: op 1, companies: [a]}\n");

        var problems = (await folder.ProblemsAsync()).Split('\n').Select(p => p[..p.IndexOf(": found", StringComparison.Ordinal)]);

        Assert.Equal("a.yaml:3: numbers[0],a.yaml:4: timeZone,b.yaml:1: id,c.yaml:2: (document),operators.yaml:2: operators[0].device", string.Join(',', problems));
    }

    [Theory]
    [InlineData("", "fox.yaml:1: (document): found nothing; allowed is one YAML document.")]
    [InlineData("# only a comment\n", "fox.yaml:1: (document): found nothing; allowed is one YAML document.")]
    [InlineData("Fox Travel", "fox.yaml:1: (document): found 'Fox Travel'; allowed is a mapping with the fields id, name, pronunciation, spokenName, numbers, timeZone, greeting, greetings, hours, callers, queue, callbacks, messagesTo, messageText, dispatch, digests, quietHours, callTypes, scripts, employees, absences, groups, onCall, dialling, transfers, recording, card.")]
    [InlineData("- id: fox", "fox.yaml:1: (document): found a list; allowed is a mapping with the fields id, name, pronunciation, spokenName, numbers, timeZone, greeting, greetings, hours, callers, queue, callbacks, messagesTo, messageText, dispatch, digests, quietHours, callTypes, scripts, employees, absences, groups, onCall, dialling, transfers, recording, card.")]
    [InlineData("id: a\n---\nid: b\n", "fox.yaml:1: (document): found 2 documents; allowed is one YAML document.")]
    [InlineData("operators: olga", "fox.yaml:1: operators: found 'olga'; allowed is a list of operators.")]
    [InlineData("operators:", "fox.yaml:1: operators: found nothing; allowed is a list of operators.")]
    public async Task LoadAsync_DocumentThatIsNone_IsTold(string text, string problem)
    {
        using var folder = new TestFolder();
        folder.Write("fox.yaml", text);

        Assert.Equal(problem, await folder.ProblemsAsync());
    }

    [Theory]
    [InlineData("id: 'fox\n", "fox.yaml:")]
    [InlineData("id: fox\n\tname: Fox\n", "fox.yaml:1: (document)")]
    [InlineData("id: &a fox\nname: *a\nnumbers: []\n", "fox.yaml:2: (document): found 'An alias is not allowed.'; allowed is YAML in UTF-8, without aliases and tags.")]
    [InlineData("id: fox\n!x name: Fox\nname: Owl\nnumbers: [\"+78124540001\"]\n", "fox.yaml:2: (document): found 'A tag is not allowed.'")]
    [InlineData("id: !!str fox\n", "fox.yaml:1: (document): found 'A tag is not allowed.'")]
    [InlineData("%YAML 99999999999.1\n---\nid: fox", "fox.yaml:")]
    [InlineData("id: fox\nname: {a: {b: {c: {d: {e: {f: {g: {h: {i: {j: {k: {l: {m: {n: {o: {p: {q: {r: {s: {t: {u: {}}}}}}}}}}}}}}}}}}}}}}", "deeper than 20")]
    public async Task LoadAsync_YamlThatIsNotValidOrNotAllowed_IsTold(string text, string problem)
    {
        using var folder = new TestFolder();
        folder.Write("fox.yaml", text);

        Assert.Contains(problem, await folder.ProblemsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadAsync_AliasesThatWouldBecomeEndless_AreRefusedAtOnce()
    {
        using var folder = new TestFolder();
        var bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + string.Concat(Enumerable.Range(1, 25).Select(i => $"{(char)('a' + i)}: &{(char)('a' + i)} [*{(char)('a' + i - 1)},*{(char)('a' + i - 1)}]\n"));
        folder.Write("fox.yaml", bomb);

        Assert.StartsWith("fox.yaml:2: (document): found 'An alias is not allowed.'", await folder.ProblemsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadAsync_BytesThatAreNoText_AreTold()
    {
        using var folder = new TestFolder();
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, "fox.yaml"), [(byte)'i', (byte)'d', (byte)':', 0x20, 0xFF, 0xFE, 0xC3], TestContext.Current.CancellationToken);

        Assert.Contains("allowed is YAML in UTF-8", await folder.ProblemsAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "fox.yaml: (document): found more than 1 MiB; allowed is at most 1 MiB.")]
    public async Task LoadAsync_FileOfMoreThanAMebibyte_IsRefused(int more, string problem)
    {
        using var folder = new TestFolder();
        var start = TestFolder.Company + "\n# ";
        folder.Write("fox.yaml", start + new string('x', 1024 * 1024 - start.Length + more));

        Assert.Equal(problem, await folder.ProblemsAsync());
    }

    [Fact]
    public async Task LoadAsync_FileThatCannotBeRead_IsTold()
    {
        using var folder = new TestFolder();
        File.CreateSymbolicLink(Path.Combine(folder.Path, "fox.yaml"), "fox.yaml");

        Assert.StartsWith("fox.yaml: (document): found a file that cannot be read", await folder.ProblemsAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "nothing")]
    [InlineData(true, "no *.yaml, *.yml or *.json file")]
    public async Task LoadAsync_NoDocuments_IsTold(bool exists, string found)
    {
        using var folder = new TestFolder();
        var path = Path.Combine(folder.Path, "companies");
        if (exists)
        {
            Directory.CreateDirectory(path);
        }

        var error = await Assert.ThrowsAsync<OfficeDefinitionException>(() => new CompanyFolder(path).LoadAsync(TestContext.Current.CancellationToken));

        Assert.Equal((path, found), (Assert.Single(error.Problems).Source, error.Problems[0].Found));
    }
}
