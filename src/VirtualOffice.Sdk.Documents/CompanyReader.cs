using System.Net.Mail;
using VirtualOffice.Sdk.Companies;
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
        var before = problems.Count;
        var root = file.Root;
        var fields = _reader.Fields(root, "id", "name", "spokenName", "numbers", "timeZone", "greeting", "hours", "callers", "queue", "callbacks", "messagesTo", "dispatch", "callTypes", "scripts", "employees", "absences", "groups", "onCall", "dialling", "transfers", "recording");
        if (fields is null)
        {
            return null;
        }

        _reader.TryValue(_reader.Required(root, fields, "id", AnId), CompanyId.TryParse, AnId, out CompanyId id);
        var name = _reader.Text(_reader.Required(root, fields, "name", "the company's name"), 100);
        var numbers = _reader.Values<PhoneNumber>(_reader.Required(root, fields, "numbers", $"a list of the numbers callers dial; each {ANumber}"), PhoneNumber.TryParse, ANumber);
        var zone = ReadZone(fields.GetValueOrDefault("timeZone"));
        var greeting = fields.TryGetValue("greeting", out var greetingNode) ? ReadGreeting(greetingNode) : new Greeting(null, null);
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
        IReadOnlyList<Employee> people = [.. employees.Select(e => e.Employee!)];
        var absences = new AbsencesReader(_reader, people).Read(fields.GetValueOrDefault("absences"));
        var groups = new GroupsReader(_reader, file.Name, problems, people).Read(fields.GetValueOrDefault("groups"));
        var onCall = new OnCallReader(_reader, file.Name, problems, people).Read(fields.GetValueOrDefault("onCall"));
        var dialling = new DiallingReader(_reader).Read(fields.GetValueOrDefault("dialling"));
        var recording = new RecordingReader(_reader).Read(fields.GetValueOrDefault("recording"));
        var transfers = new DiallingReader(_reader).ReadTransfers(fields.GetValueOrDefault("transfers"));
        var dispatch = new DispatchReader(_reader).Read(fields.GetValueOrDefault("dispatch"), messagesTo is not null, [.. employees.Select(e => e.Employee!)]);
        var callTypesReader = new CallTypesReader(_reader, file.Name, problems);
        var callTypes = callTypesReader.Read(fields.GetValueOrDefault("callTypes"), numbers);
        var scriptsReader = new ScriptsReader(_reader, kinds);
        var scripts = scriptsReader.Read(fields.GetValueOrDefault("scripts"));
        if (fields.TryGetValue("numbers", out var numbersNode) && IsEmptyList(numbersNode))
        {
            _reader.Problem(numbersNode, $"at least one number; each {ANumber}", "an empty list");
        }

        if (problems.Count > before)
        {
            return null;
        }

        var company = new CompanyDefinition
        {
            Id = id,
            Name = name!,
            Version = file.Version,
            SpokenName = spokenName,
            Numbers = numbers,
            TimeZone = zone,
            Greeting = greeting,
            Hours = hours,
            HoursExceptions = exceptions,
            HoursOverride = forced,
            Callers = callers,
            Queue = queue,
            Callbacks = callbacks,
            MessagesTo = messagesTo,
            Dispatch = dispatch,
            CallTypes = callTypes,
            Scripts = scripts,
            Employees = people,
            Absences = absences,
            Groups = groups,
            OnCallLists = onCall,
            Dialling = dialling,
            Transfers = transfers,
            Recording = recording,
        };
        if (fields.TryGetValue("callTypes", out var callTypesNode))
        {
            callTypesReader.CheckScripts(callTypesNode, callTypes, scripts);
        }

        if (fields.TryGetValue("scripts", out var scriptsNode))
        {
            scriptsReader.Check(company, scriptsNode);
        }

        return problems.Count > before ? null : new Located<CompanyDefinition>(company, file.Name, root);
    }

    private TimeZoneInfo ReadZone(DocumentNode? node)
    {
        if (node is null)
        {
            return TimeZoneInfo.Utc;
        }

        var id = _reader.Text(node, 64);
        if (id is null)
        {
            return TimeZoneInfo.Utc;
        }

        // Only what looks like a name of the IANA database is looked up: it becomes the path of a file, and "Russian Standard Time" would be found as well.
        if ((id.Contains('/', StringComparison.Ordinal) || id == "UTC")
            && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+')
            && char.IsAsciiLetterUpper(id[0])
            && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
        {
            return zone;
        }

        _reader.Problem(node, $"an IANA time zone, such as Europe/Moscow{Nearest.Hint(id, TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id))}");
        return TimeZoneInfo.Utc;
    }

    private Greeting ReadGreeting(DocumentNode node)
    {
        if (_reader.Fields(node, "text", "prompt") is not { } fields)
        {
            return new Greeting(null, null);
        }

        var text = fields.TryGetValue("text", out var textNode) ? _reader.Text(textNode, 1000) : null;
        return new Greeting(text, PromptReader.TryRead(_reader, fields.GetValueOrDefault("prompt"), out var prompt) ? prompt : null);
    }

    private Employee? ReadEmployee(DocumentNode node)
    {
        if (_reader.Fields(node, "id", "name", "department", "email", "numbers") is not { } fields)
        {
            return null;
        }

        var hasId = _reader.TryValue(_reader.Required(node, fields, "id", AnId), EmployeeId.TryParse, AnId, out EmployeeId id);
        var name = _reader.Text(_reader.Required(node, fields, "name", "the employee's name"), 100);
        var department = fields.TryGetValue("department", out var departmentNode) ? _reader.Text(departmentNode, 100) : null;
        var hasEmail = _reader.TryValue(fields.GetValueOrDefault("email"), TryAddress, AnAddress, out string? email);
        var numbers = new ReachNumberReader(_reader).ReadAll(fields.GetValueOrDefault("numbers"));
        if (!fields.ContainsKey("email") && (!fields.TryGetValue("numbers", out var numbersNode) || IsEmptyList(numbersNode)))
        {
            _reader.Problem(node, "an employee with numbers, an email, or both", "neither numbers nor an email");
        }

        return hasId && name is not null ? new Employee(id, name, hasEmail ? email : null, numbers) { Department = department } : null;
    }

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
