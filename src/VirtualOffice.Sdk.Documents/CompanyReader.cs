using System.Net.Mail;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Companies.Cards;
using VirtualOffice.Sdk.Scripts;
using VirtualOffice.Sdk.Telephony;
using YamlDotNet.RepresentationModel;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Reads one company.</summary>
internal sealed class CompanyReader(YamlFile file, List<DefinitionProblem> problems, IReadOnlyList<ScriptStepKind> kinds)
{
    private const string AnId = "an id: 1 to 64 ASCII letters, digits, '-' or '_'";
    private const string ANumber = ReachNumberReader.ANumber;
    private const string AnAddress = "an e-mail address, such as anna@example.com";

    private readonly DocumentReader _reader = new(file.Name, problems);

    /// <summary>The company; null when something in it is wrong, which is noted.</summary>
    public Located<CompanyDefinition>? Read()
    {
        var before = problems.Count(IsError);
        var root = file.Root;
        var fields = _reader.Fields(
            root, "id", "name", "pronunciation", "spokenName", "numbers", "timeZone", "greeting", "greetings", "hours", "callers", "queue", "callbacks", "messagesTo", "messageText", "dispatch",
            "digests", "quietHours", "callTypes", "scripts", "employees", "absences", "groups", "onCall", "dialling", "transfers", "recording", "card");
        if (fields is null)
        {
            return null;
        }

        _reader.TryValue(_reader.Required(root, fields, "id", AnId), CompanyId.TryParse, AnId, out CompanyId id);
        var name = _reader.Text(_reader.Required(root, fields, "name", "the company's name"), 100);
        var numbers = _reader.Values<PhoneNumber>(_reader.Required(root, fields, "numbers", $"a list of the numbers callers dial; each {ANumber}"), PhoneNumber.TryParse, ANumber);
        var zone = ZoneReader.Read(_reader, fields.GetValueOrDefault("timeZone")) ?? TimeZoneInfo.Utc;
        var greeting = fields.TryGetValue("greeting", out var greetingNode) ? new GreetingReader(_reader).Read(greetingNode) : new Greeting(null, null);
        var hours = fields.TryGetValue("hours", out var hoursNode) ? new HoursReader(_reader).Read(hoursNode) : null;
        var queue = fields.TryGetValue("queue", out var queueNode) ? new QueueReader(_reader).Read(queueNode) : QueueRules.Default;
        var exceptions = hoursNode is null ? [] : new HoursExceptionsReader(_reader).Read(hoursNode);
        var forced = hoursNode is null ? null : new HoursExceptionsReader(_reader).ReadForced(hoursNode);
        var spokenName = PromptReader.TryRead(_reader, fields.GetValueOrDefault("spokenName"), out var spoken) ? spoken : null;
        var callers = fields.TryGetValue("callers", out var callersNode) ? new CallersReader(_reader, file.Name, problems).Read(callersNode) : CallerRules.Default;
        var callbacks = fields.TryGetValue("callbacks", out var callbacksNode) ? new CallbacksReader(_reader).Read(callbacksNode) : CallbackRules.Default;
        _reader.TryValue(fields.GetValueOrDefault("messagesTo"), TryAddress, AnAddress, out string? messagesTo);
        var employees = _reader.Items(fields.GetValueOrDefault("employees"), "a list of employees")
            .Select(node => (Employee: ReadEmployee(node), Node: node))
            .Where(e => e.Employee is not null)
            .ToList();
        DocumentReader.RefuseDoubles(employees.Select(e => (e.Employee!.Id.Value, file.Name, e.Node.Field("id"))), "an id that no other employee of the company has", problems);
        var pronunciation = _reader.Text(fields.GetValueOrDefault("pronunciation"), 200);
        var card = fields.TryGetValue("card", out var cardNode) ? new CardReader(_reader, file.Name, problems).Read(cardNode) : CardContent.Empty;
        IReadOnlyList<Employee> people = [.. employees.Select(e => e.Employee!)];
        var absences = new AbsencesReader(_reader, people).Read(fields.GetValueOrDefault("absences"));
        var groups = new GroupsReader(_reader, file.Name, problems, people).Read(fields.GetValueOrDefault("groups"));
        var onCall = new OnCallReader(_reader, file.Name, problems, people).Read(fields.GetValueOrDefault("onCall"));
        var dialling = new DiallingReader(_reader).Read(fields.GetValueOrDefault("dialling"));
        var recording = new RecordingReader(_reader).Read(fields.GetValueOrDefault("recording"));
        var transfers = new DiallingReader(_reader).ReadTransfers(fields.GetValueOrDefault("transfers"));
        var dispatch = new DispatchReader(_reader, groups, onCall).Read(fields.GetValueOrDefault("dispatch"), messagesTo is not null, [.. employees.Select(e => e.Employee!)]);
        var callTypesReader = new CallTypesReader(_reader, file.Name, problems);
        var callTypes = callTypesReader.Read(fields.GetValueOrDefault("callTypes"), numbers);
        var scriptsReader = new ScriptsReader(_reader, kinds);
        var scripts = scriptsReader.Read(fields.GetValueOrDefault("scripts"));
        var template = new MessageTemplateReader(_reader, scripts, kinds).Read(fields.GetValueOrDefault("messageText"));
        var greetings = new GreetingReader(_reader).ReadRules(fields.GetValueOrDefault("greetings"), callTypes);
        if (fields.TryGetValue("numbers", out var numbersNode) && IsEmptyList(numbersNode))
        {
            _reader.Problem(numbersNode, $"at least one number; each {ANumber}", "an empty list");
        }

        var digests = new DigestReader(_reader).Read(fields.GetValueOrDefault("digests"), messagesTo is not null, people);
        var quietHours = QuietReader.Read(_reader, fields.GetValueOrDefault("quietHours"));
        if (problems.Count(IsError) > before)
        {
            return null;
        }

        var company = new CompanyDefinition
        {
            Id = id,
            Name = name!,
            Version = file.Version,
            Document = file.Text,
            Pronunciation = pronunciation,
            SpokenName = spokenName,
            Numbers = numbers,
            TimeZone = zone,
            Greeting = greeting,
            Greetings = greetings,
            Hours = hours,
            HoursExceptions = exceptions,
            HoursOverride = forced,
            Callers = callers,
            Queue = queue,
            Callbacks = callbacks,
            MessagesTo = messagesTo,
            MessageTemplate = template,
            Dispatch = dispatch,
            Digests = digests,
            QuietHours = quietHours,
            CallTypes = callTypes,
            Scripts = scripts,
            Employees = people,
            Absences = absences,
            Groups = groups,
            OnCallLists = onCall,
            Dialling = dialling,
            Transfers = transfers,
            Recording = recording,
            Card = card,
        };
        if (fields.TryGetValue("callTypes", out var callTypesNode))
        {
            callTypesReader.CheckScripts(callTypesNode, callTypes, scripts);
        }

        if (fields.TryGetValue("scripts", out var scriptsNode))
        {
            scriptsReader.Check(company, scriptsNode);
        }

        return problems.Count(IsError) > before ? null : new Located<CompanyDefinition>(company, file.Name, root);
    }

    private Employee? ReadEmployee(DocumentNode node)
    {
        if (_reader.Fields(node, "id", "name", "email", "numbers", "department", "pronunciation", "quietHours") is not { } fields)
        {
            return null;
        }

        var hasId = _reader.TryValue(_reader.Required(node, fields, "id", AnId), EmployeeId.TryParse, AnId, out EmployeeId id);
        var name = _reader.Text(_reader.Required(node, fields, "name", "the employee's name"), 100);
        var hasEmail = _reader.TryValue(fields.GetValueOrDefault("email"), TryAddress, AnAddress, out string? email);
        var numbers = new ReachNumberReader(_reader).ReadAll(fields.GetValueOrDefault("numbers"));
        if (!fields.ContainsKey("email") && (!fields.TryGetValue("numbers", out var numbersNode) || IsEmptyList(numbersNode)))
        {
            _reader.Problem(node, "an employee with numbers, an email, or both", "neither numbers nor an email");
        }

        var quiet = QuietReader.Read(_reader, fields.GetValueOrDefault("quietHours"));
        var department = _reader.Text(fields.GetValueOrDefault("department"), 100);
        var pronunciation = _reader.Text(fields.GetValueOrDefault("pronunciation"), 200);
        return hasId && name is not null
            ? new Employee(id, name, hasEmail ? email : null, numbers) { Department = department, Pronunciation = pronunciation, QuietHours = quiet }
            : null;
    }

    private static bool IsError(DefinitionProblem problem) => problem.Severity == ProblemSeverity.Error;

    private static bool IsEmptyList(DocumentNode node) => node.Yaml is YamlSequenceNode { Children.Count: 0 };

    private static bool TryAddress(string? text, out string? address)
    {
        address = text?.Trim();
        return address is { Length: > 2 and <= 254 }
            && !address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>' or ',')
            && MailAddress.TryCreate(address, out var parsed)
            && parsed.Address == address;
    }
}
