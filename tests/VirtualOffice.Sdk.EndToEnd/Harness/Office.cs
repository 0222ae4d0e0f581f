using System.Globalization;
using VirtualOffice.Sdk.EndToEnd.Api;
using VirtualOffice.Sdk.EndToEnd.Sip;

namespace VirtualOffice.Sdk.EndToEnd.Harness;

/// <summary>
/// A virtual office with everything around it: the host with one company and three operators, a mail server, and the
/// callers and phones that a test adds. All of it goes with the office.
/// </summary>
internal sealed class Office : IAsyncDisposable
{
    /// <summary>Fox Travel's number.</summary>
    public const string Number = "+78124540001";

    /// <summary>Where Fox Travel's messages for nobody in particular go.</summary>
    public const string Mailbox = "office@fox.example";

    /// <summary>Anna's address.</summary>
    public const string AnnasMailbox = "anna@fox.example";

    private readonly TempFolder _folder = new();
    private readonly List<IAsyncDisposable> _parties = [];
    private readonly AsteriskServer _pbx;
    private FrontDeskHost? _host;
    private MailServer? _mail;
    private PostgreSqlServer? _postgreSql;

    private Office(AsteriskServer pbx) => _pbx = pbx;

    public FrontDeskHost Host => _host!;
    public FrontDeskApi Api => Host.Api;
    public MailServer Mail => _mail!;
    public AsteriskControl Pbx => _pbx.Control;

    /// <summary>The database server of an office that is kept in one.</summary>
    public PostgreSqlServer PostgreSql => _postgreSql!;

    /// <summary>The file of the host's database.</summary>
    public string Database => _folder.File("office.db");

    /// <summary>Locks the database for everybody else's writing.</summary>
    public Task<DatabaseLock> LockDatabaseAsync() => DatabaseLock.TakeAsync(Database);

    /// <summary>Opens the office; the host is ready, every operator is still offline.</summary>
    public static async Task<Office> OpenAsync(AsteriskServer pbx, OfficeSettings settings)
    {
        var office = new Office(pbx);
        try
        {
            office.WriteCompanies(settings);
            office._mail = await MailServer.OpenAsync(office._folder);
            if (settings.Database == DatabaseKind.PostgreSql)
                office._postgreSql = await PostgreSqlServer.OpenAsync();
            pbx.ForgetCallRecords();
            office._host = new FrontDeskHost(office._folder, office.Arguments(settings), new Dictionary<string, string> { ["Asterisk__Password"] = pbx.Password });
            await office._host.StartAsync();
            return office;
        }
        catch
        {
            TestContext.Current.TestOutputHelper?.WriteLine(office._host?.Log ?? "The host was not started.");
            await office.DisposeAsync();
            throw;
        }
    }

    /// <summary>Somebody calls.</summary>
    public SippCaller Call(string dialled = Number, string? from = null)
    {
        lock (_parties)
            return Keep(SippCaller.Call(_folder.Path, dialled, from));
    }

    /// <summary>An operator's phone calls somebody by itself.</summary>
    public SippCaller CallFromPhone(string device, string dialled)
    {
        lock (_parties)
            return Keep(SippCaller.CallFromPhone(_folder.Path, device, dialled));
    }

    /// <summary>A caller who is gone for good: the ports are free for others.</summary>
    public async Task ForgetAsync(SippCaller caller)
    {
        lock (_parties)
            _parties.Remove(caller);
        await caller.DisposeAsync();
    }

    /// <summary>Puts a phone where operator <paramref name="device"/> sits.</summary>
    public async Task<SippPhone> PhoneAsync(int device, Behaviour behaviour) => Keep(await SippPhone.StartAsync(_folder.Path, Ports.Mine.Device(device), behaviour));

    /// <summary>Puts a phone at which the test itself hears where operator <paramref name="device"/> sits.</summary>
    public async Task<ListeningPhone> ListenAtAsync(int device) => Keep(await ListeningPhone.StartAsync(_folder.Path, Ports.Mine.Device(device)));

    /// <summary>Puts the carrier with all employees at the trunk's far end.</summary>
    public async Task<SippPhone> CarrierAsync() => Keep(await SippPhone.StartAsync(_folder.Path, Ports.Mine.Carrier, Behaviour.ByNumber));

    /// <summary>An operator with a phone that answers, logged in.</summary>
    public async Task<SippPhone> OlgaAnswersAsync(Behaviour behaviour = Behaviour.Answers)
    {
        var phone = await PhoneAsync(1, behaviour);
        await Api.SetStateAsync("olga", "Available");
        return phone;
    }

    /// <summary>A caller who talks with Olga.</summary>
    public async Task<(SippCaller Caller, Call Call, SippPhone Phone)> TalkAsync()
    {
        var phone = await OlgaAnswersAsync();
        var caller = Call();
        await caller.IsAnsweredAsync();
        var call = await Api.ReceivesAsync(caller.Number);
        call = await Api.IsInAsync(call.Id, "Conversation");
        await caller.HearsItselfAsync();
        return (caller, call, phone);
    }

    /// <summary>What everybody saw, for the reader of a failed test.</summary>
    public async Task<string> DescribeAsync()
    {
        var lines = new List<string>();
        foreach (var party in _parties)
        {
            var (name, messages) = party switch
            {
                SippCaller caller => ($"Caller {caller.Number}", caller.Messages),
                ListeningPhone listening => ("Listening phone", listening.Messages),
                _ => ("Phone", ((SippPhone)party).Messages),
            };
            lines.Add($"{name}:");
            lines.AddRange(messages.Select(message => $"  {message}"));
        }

        try
        {
            lines.AddRange((await Api.CallsAsync()).Select(call => call.ToString()));
        }
        catch (HttpRequestException error)
        {
            lines.Add(error.Message);
        }

        return string.Join('\n', lines) + "\n";
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var party in _parties)
            await party.DisposeAsync();
        if (_host is not null)
            await _host.DisposeAsync();
        if (_mail is not null)
            await _mail.DisposeAsync();
        if (_postgreSql is not null)
            await _postgreSql.DisposeAsync();
        _folder.Dispose();
    }

    private T Keep<T>(T party) where T : IAsyncDisposable
    {
        _parties.Add(party);
        return party;
    }

    private string[] Arguments(OfficeSettings settings) =>
    [
        "--Pbx", "asterisk",
        "--Asterisk:Url", _pbx.Url.ToString(), "--Asterisk:User", _pbx.User, "--Asterisk:Trunk:Endpoint", "carrier",
        "--Asterisk:CallRecordsFile", _pbx.CallRecords, "--Asterisk:CommandTimeout", "00:00:30", "--Asterisk:HeartbeatInterval", "00:00:30",
        "--Companies", _folder.Folder("companies"),
        "--Database", _postgreSql?.ConnectionString ?? $"Data Source={Path.Combine(settings.Data ?? _folder.Path, "office.db")}",
        "--Data", settings.Data ?? _folder.Folder("data"),
        "--Pickup", _folder.Folder("pickup"),
        "--Smtp:Host", "127.0.0.1", "--Smtp:Port", Ports.Mine.Smtp.ToString(CultureInfo.InvariantCulture),
        "--Logging:LogLevel:Microsoft.AspNetCore", "Warning", "--Logging:LogLevel:VirtualOffice", "Debug",
        "--Logging:Console:FormatterName", "simple", "--Logging:Console:FormatterOptions:SingleLine", "true",
        "--Logging:Console:FormatterOptions:TimestampFormat", "HH:mm:ss.fff ",
        "--Office:AnswerAfter", "00:00:00.5", "--Office:RingTime", "00:01:00", "--Office:WaitLimit", "00:10:00", "--Office:WrapUp", "00:00:01",
        "--Office:TransferRingTime", "00:00:10", "--Office:MessageSilence", "00:01:00",
        .. settings.Arguments,
    ];

    private void WriteCompanies(OfficeSettings settings)
    {
        var companies = _folder.Folder("companies");
        File.WriteAllText(Path.Combine(companies, "operators.yaml"), $$"""
            operators:
              - { id: olga, name: Olga, device: {{settings.OlgasDevice}}, companies: [fox-travel] }
              - { id: boris, name: Boris, device: op2, companies: [fox-travel] }
              - { id: nina, name: Nina, device: op20, companies: [fox-travel] }
            """);
        File.WriteAllText(Path.Combine(companies, "fox-travel.yaml"), $$"""
            id: fox-travel
            name: Fox Travel
            numbers: ["{{Number}}"]
            timeZone: Europe/Moscow
            messagesTo: {{Mailbox}}
            employees:
              - id: anna
                name: Anna Petrova
                email: {{AnnasMailbox}}
                numbers: [{{string.Join(", ", settings.AnnasNumbers.Select(number => number.StartsWith('+') ? $"\"{number}\"" : number))}}]
            {{settings.Company}}
            """);
    }
}
