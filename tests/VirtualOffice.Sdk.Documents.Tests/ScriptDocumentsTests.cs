using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Scripts;

namespace VirtualOffice.Sdk.Documents.Tests;

/// <summary>Call types and scripts in documents, and each mistake in them.</summary>
public sealed class ScriptDocumentsTests
{
    private const string Company = """
        id: fox-travel
        name: Fox Travel
        numbers: ["+78124540001", "+78124540002"]
        callTypes:
          - { id: visas, name: Visas, numbers: ["+78124540002"], language: en, script: visa-guide }
          - { id: tours, name: Tours }
        employees:
          - { id: anna, name: Anna, numbers: ["+78124540101"] }
          - { id: boris, name: Boris, email: boris@fox.example }
        groups: [{ id: tourists, name: Tours, members: [anna, boris] }, { id: post, name: Post, members: [boris] }]
        onCall: [{ id: night, name: Night, default: [anna] }, { id: mail, name: Mail, default: [boris] }]
        dialling: { allow: ["+7812454"] }
        scripts:
          - name: visa-guide
            steps:
              - { name: wait, do: queue, left: sorry }
              - { name: hello, do: say, text: "Good {daypart}, this is {operator.name}." }
              - { name: who, do: ask, field: caller_name, text: "May I have your name?", type: name, required: true }
              - { name: what, do: ask, field: topic, type: choice, choices: [new, extend] }
              - name: route
                do: branch
                if:
                  - { when: "topic = new and not caller.vip", to: take }
                  - { when: "weekday in (saturday, sunday)", to: take }
                else: connect
              - { name: connect, do: transfer, to: anna, failed: take }
              - { name: take, do: message, for: boris, fields: [caller_name, topic], next: bye }
              - { name: sorry, do: play, prompt: call-later, next: bye }
              - { name: bye, do: hangup }
          - name: night
            when: { hours: closed }
            steps:
              - { name: menu, do: menu, prompt: night-menu, keys: { "1": take, "2": number }, wait: 4s, tries: 2, timeout: take, invalid: take }
              - { name: number, do: collect, field: order, prompt: enter-order, min: 4, max: 8, invalid: menu }
              - { name: mark, do: set, field: kind, value: night, callType: tours }
              - { name: take, do: message }
              - { name: bye, do: hangup }
        """;

    public static TheoryData<string, string, string> Changes => new()
    {
        // Call types.
        { "id: visas, name: Visas", "name: Visas", "5: callTypes[0].id: found nothing" },
        { "id: tours", "id: visas", "6: callTypes[1].id: found 'visas', which stands at fox.yaml:5 too" },
        { "numbers: [\"+78124540002\"], language", "numbers: [\"+78124540009\"], language", "5: callTypes[0].numbers[0]: found '+78124540009'; allowed is one of the company's numbers: +78124540001, +78124540002." },
        { "language: en", "language: e*", "5: callTypes[0].language: found 'e*'; allowed is a language tag" },
        { "script: visa-guide", "script: visa-guid", "5: callTypes[0].script: found 'visa-guid'; allowed is one of visa-guide, night (did you mean 'visa-guide'?)." },
        { "{ id: tours, name: Tours }", "{ id: tours, name: Tours, colour: red }", "6: callTypes[1].colour: found the unknown field 'colour'" },

        // Scripts and when.
        { "name: night\n", "name: night school\n", "30: scripts[1].name: found 'night school'; allowed is a name" },
        { "name: night\n", "name: visa-guide\n", "30: scripts[1].name: found 'visa-guide', which another script has too" },
        { "hours: closed", "hours: shut", "31: scripts[1].when.hours: found 'shut'; allowed is one of open, closed, any." },
        { "hours: closed", "callType: visa", "31: scripts[1].when.callType: found 'visa'; allowed is one of visas, tours (did you mean 'visas'?)." },
        { "hours: closed", "hours: open, callType: visas", "31: scripts[1].when: found calls that script 'visa-guide' is for too" },
        { "    when: { hours: closed }\n", "    while: { hours: closed }\n", "31: scripts[1].while: found the unknown field 'while'" },

        // Steps.
        { "do: queue, left", "do: que, left", "16: scripts[0].steps[0].do: found 'que'; allowed is one of say, ask, lookup, menu, collect, play, branch, queue, transfer, escalate, message, callback, record, set, hangup, goto (did you mean 'queue'?)." },
        { "{ name: bye, do: hangup }\n  - name: night", "{ name: bye }\n  - name: night", "29: scripts[0].steps[8].do: found nothing; allowed is the kind of step" },
        { "{ name: sorry, do: play", "{ do: play", "28: scripts[0].steps[7].name: found nothing" },
        { "name: connect, do", "name: take, do", "27: scripts[0].steps[6].name: found 'take', which another step has too" },
        { "left: sorry", "left: sory", "16: scripts[0].steps[0].left: found the unknown step 'sory'; allowed is one of wait, hello, who, what, route, connect, take, sorry, bye (did you mean 'sorry'?)." },
        { "left: sorry", "gone: sorry", "16: scripts[0].steps[0].gone: found the unknown field 'gone'; allowed is name, do, next, left" },
        { "text: \"Good {daypart}, this is {operator.name}.\"", "text: \"Good {daypat}\"", "17: scripts[0].steps[1].text: found the unknown placeholder '{daypat}'" },
        { "{daypart}", "{dayparts}", "(did you mean 'daypart'?)" },
        { "field: caller_name, text", "field: caller-name, text", "18: scripts[0].steps[2].field: found 'caller-name'; allowed is a field's name" },
        { "field: caller_name, text", "field: open, text", "18: scripts[0].steps[2].field: found 'open'" },
        { "type: name, required", "type: nam, required", "18: scripts[0].steps[2].type: found 'nam'; allowed is one of text, name, phone, email, choice, date, number (did you mean 'name'?)." },
        { "required: true", "required: yes", "18: scripts[0].steps[2].required: found 'yes'; allowed is one of true, false." },
        { "type: choice, choices: [new, extend]", "type: choice", "19: scripts[0].steps[3].choices: found nothing; allowed is a list of choices." },
        { "type: choice, choices: [new, extend]", "choices: [new, extend]", "19: scripts[0].steps[3].choices: found choices for a field of another type" },
        { "choices: [new, extend]", "choices: []", "19: scripts[0].steps[3].choices: found an empty list" },

        // Conditions.
        { "topic = new", "topik = new", "23: scripts[0].steps[4].if[0].when: found the unknown name 'topik' at column 1 of 'topik = new and not caller.vip'; allowed is a field of the script, or one of" },
        { "topic = new", "topik = new", "(did you mean 'topic'?)" },
        { "topic = new", "topic = neww", "23: scripts[0].steps[4].if[0].when: found 'neww' at column 9 of 'topic = neww and not caller.vip'; allowed is one of new, extend (did you mean 'new'?)." },
        { "topic = new", "topic < new", "23: scripts[0].steps[4].if[0].when: found '<' at column 7" },
        { "not caller.vip", "caller.vip = 1", "23: scripts[0].steps[4].if[0].when: found '=' at column 28" },
        { "sunday)", "sonntag)", "24: scripts[0].steps[4].if[1].when: found 'sonntag' at column 23" },
        { "sunday)\", to: take", "sunday)\", to: tak", "24: scripts[0].steps[4].if[1].to: found the unknown step 'tak'" },
        { "topic = new and not caller.vip", "topic = new and", "23: scripts[0].steps[4].if[0].when: found the end at column 16" },

        // People, keys, numbers.
        { "to: anna", "to: ana", "26: scripts[0].steps[5].to: found 'ana', who is no employee of the company; allowed is one of anna, boris, group:tourists, group:post, on-call:night, on-call:mail (did you mean 'anna'?)." },
        { "{ id: anna, name: Anna, numbers: [\"+78124540101\"] }", "{ id: vera, name: Vera, email: v@fox.example }", "10: groups[0].members[0]: found 'anna'; allowed is the id of an employee of this document" },
        { "to: anna", "to: \"group:tourist\"", "26: scripts[0].steps[5].to: found 'group:tourist', which is no group of the company; allowed is one of anna, boris, group:tourists, group:post, on-call:night, on-call:mail (did you mean 'group:tourists'?)." },
        { "to: anna", "to: \"on-call:nigth\"", "26: scripts[0].steps[5].to: found 'on-call:nigth', which is no on-call list of the company; allowed is one of anna, boris, group:tourists, group:post, on-call:night, on-call:mail (did you mean 'on-call:night'?)." },
        { "to: anna", "to: \"group:post\"", "26: scripts[0].steps[5].to: found 'group:post', in which nobody has a number; allowed is a group with a member who has a number." },
        { "to: anna", "to: \"on-call:mail\"", "26: scripts[0].steps[5].to: found 'on-call:mail', on which nobody has a number; allowed is an on-call list with somebody who has a number." },
        { "to: anna", "to: \"number:+4930123456\"", "26: scripts[0].steps[5].to: found 'number:+4930123456', which the company's dial policy does not allow; allowed is a number that begins as dialling.allow says, and not as dialling.deny does." },
        { "to: anna", "to: \"number:4930\"", "26: scripts[0].steps[5].to: found 'number:4930'; allowed is the id of an employee, group:ID, on-call:ID, or number:+78124540101." },
        { "do: transfer, to: anna", "do: escalate, to: [anna, \"group:tour\"]", "26: scripts[0].steps[5].to: found 'group:tour', which is no group of the company" },
        { "to: anna", "to: boris", "26: scripts[0].steps[5].to: found 'boris', who has no number" },
        { "for: boris", "for: borris", "27: scripts[0].steps[6].for: found 'borris'" },
        { "fields: [caller_name, topic]", "fields: [caller_nam, topic]", "27: scripts[0].steps[6].fields: found the unknown field 'caller_nam'" },
        { "\"1\": take", "\"x\": take", "33: scripts[1].steps[0].keys.x: found 'x'; allowed is 1 to 4 keys of a phone" },
        { "keys: { \"1\": take, \"2\": number }, ", "", "33: scripts[1].steps[0].keys: found no key" },
        { "wait: 4s", "wait: 4m", "33: scripts[1].steps[0].wait: found '4m'; allowed is a time such as 90s, 2m or 1h: 1s to 1m." },
        { "tries: 2", "tries: 0", "33: scripts[1].steps[0].tries: found '0'; allowed is a whole number, 1 to 10." },
        { "min: 4, max: 8", "min: 9, max: 8", "34: scripts[1].steps[1].min: found '9'; allowed is at most what max says." },
        { "prompt: enter-order", "prompt: enter order", "34: scripts[1].steps[1].prompt: found 'enter order'" },
        { "callType: tours }", "callType: tour }", "35: scripts[1].steps[2].callType: found 'tour'; allowed is one of visas, tours (did you mean 'tours'?)." },
        { "field: kind, value: night, callType", "field: kind, callType", "35: scripts[1].steps[2].value: found nothing; allowed is a field and its value together." },

        // The flow.
        { "else: connect", "else: take", "26: scripts[0].steps[5]: found step 'connect', to which nothing leads" },
        { "      - { name: take, do: message }\n      - { name: bye, do: hangup }", "      - { name: take, do: message }", "36: scripts[1].steps[3].next: found nothing, at the end of the script" },
        { "      - { name: take, do: message }\n      - { name: bye, do: hangup }", "      - { name: take, do: say, prompt: x, next: take }\n      - { name: bye, do: hangup }", "36: scripts[1].steps[3]: found step 'take', from which the call never comes to an end" },
        { "{ name: mark, do: set, field: kind, value: night, callType: tours }", "{ name: mark, do: goto, next: mark }", "35: scripts[1].steps[2]: found step 'mark', from which the call never comes to an end" },
        { "      - { name: mark, do: set, field: kind, value: night, callType: tours }", "      - { name: mark, do: branch, if: [{ when: open, to: menu }], else: again }\n      - { name: again, do: goto, next: mark }", "in a circle in which nothing is said or asked" },
        { "do: menu, prompt: night-menu", "do: menu", "33: scripts[1].steps[0].prompt: found nothing for a caller without an operator to hear" },
        { "{ name: mark, do: set, field: kind, value: night, callType: tours }", "{ name: mark, do: ask, field: kind, prompt: x, type: email }", "35: scripts[1].steps[2].type: found a field of type email for a caller without an operator" },
        { "{ name: mark, do: set, field: kind, value: night, callType: tours }", "{ name: mark, do: lookup, in: faq }", "35: scripts[1].steps[2].do: found 'lookup' for a caller without an operator" },
        { "{ name: mark, do: set, field: kind, value: night, callType: tours }", "{ name: mark, do: goto }", "35: scripts[1].steps[2].next: found nothing; allowed is the name of the step it goes on with." },
        { "do: message, for: boris, fields: [caller_name, topic], next: bye", "do: message, for: boris, fields: [topic], next: bye", "18: scripts[0].steps[2].field: found 'caller_name', which nothing reads" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Mistake_IsToldWithItsPlaceAndWhatIsAllowed(string from, string to, string expected)
    {
        using var folder = new TestFolder();
        var text = Company.ReplaceLineEndings("\n");
        Assert.Contains(from, text);
        folder.Write("fox.yaml", text.Replace(from, to, StringComparison.Ordinal)).Write("operators.yaml", TestFolder.Operators);
        var problems = await folder.ProblemsAsync();
        Assert.Contains(expected, problems);
        Assert.Contains("fox.yaml:", problems);
    }

    [Fact]
    public async Task Valid_IsReadWholeAndChosenByTypeAndHours()
    {
        using var folder = new TestFolder();
        folder.Write("fox.yaml", Company).Write("operators.yaml", TestFolder.Operators);
        Assert.Equal("", await folder.ProblemsAsync());
        var company = Assert.Single((await folder.LoadAsync()).Companies);
        var (visas, tours) = (CallTypeId.Parse("visas"), CallTypeId.Parse("tours"));
        Assert.Equal((visas, "en"), (company.FindCallType("78124540002")!.Id, company.FindCallType("78124540002")!.Language));
        Assert.Equal("visa-guide", ScriptSelection.Find(company, visas, isOpen: true)?.Name);
        Assert.Equal("night", ScriptSelection.Find(company, visas, isOpen: false)?.Name);
        Assert.Null(ScriptSelection.Find(company, tours, isOpen: true));
        var script = company.FindScript("visa-guide")!;
        Assert.Equal("connect", script.FindStep("route")!.ExitTo("else"));
        Assert.Equal(["caller_name", "topic"], script.FindStep("take")!.Texts("fields"));
        Assert.Equal("2", company.FindScript("night")!.FindStep("menu")!.Text("tries"));
    }

    [Fact]
    public async Task StepOfTheHost_IsReadByItsKind()
    {
        using var folder = new TestFolder();
        folder.Write("fox.yaml", Company.Replace("{ name: mark, do: set, field: kind, value: night, callType: tours }", "{ name: mark, do: survey, scale: 5, unhappy: menu }", StringComparison.Ordinal)).Write("operators.yaml", TestFolder.Operators);
        Assert.Contains("found 'survey'", await folder.ProblemsAsync());
        var company = Assert.Single((await new CompanyFolder(folder.Path, [new Survey()]).LoadAsync(TestContext.Current.CancellationToken)).Companies);
        Assert.Equal((5, "menu"), (company.FindScript("night")!.FindStep("mark")!.Whole("scale"), company.FindScript("night")!.FindStep("mark")!.ExitTo("unhappy")));
    }

    private sealed class Survey : IScriptStep
    {
        public string Name => "survey";

        public ScriptStepKind Kind { get; } = new("survey", "Asks how it was.")
        {
            Settings = [new StepSetting("scale", StepSettingType.Whole) { AtLeast = 2, AtMost = 9 }],
            Exits = [ScriptExit.Next, "unhappy"],
        };

        public string Show(ScriptStep step, CallRecord call) => "Ask how it was.";

        public ValueTask<string> RunAsync(ScriptStep step, IScriptCall call, CancellationToken cancellationToken) => new(ScriptExit.Next);
    }
}
