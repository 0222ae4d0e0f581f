using System.Globalization;
using VirtualOffice.Sdk.Asterisk.Tests.Sip;
using VirtualOffice.Sdk.EndToEnd.Harness;
using VirtualOffice.Sdk.Telephony;
using VirtualOffice.Sdk.Testing;

namespace VirtualOffice.Sdk.Asterisk.Tests.Live;

/// <summary>The real Asterisk as a test bench: SIP telephones around it, and a cable to it that can be cut.</summary>
internal sealed class AsteriskTestBench : ITelephonyTestBench, IPhoneTransferBench, IAsyncDisposable
{
    /// <summary>The tones of those who are called, and of those who call.</summary>
    public const int PhonePitch = 1000;
    public const int CallerPitch = 440;

    private static readonly AsteriskInstruments Instruments = new();

    private readonly AsteriskTelephonyProvider _provider;
    private SipCall? _lastAtDevice;
    private readonly SipEndpoint _device = new(Ports.Mine.Device(1), PhonePitch);
    private readonly SipEndpoint _carrier = new(Ports.Mine.Carrier, PhonePitch);
    private readonly SipEndpoint _callers = new(0, CallerPitch);

    public AsteriskTestBench(AsteriskServer server, Action<AsteriskOptions>? configure = null)
    {
        Cable = new TcpProxy(server.Url.Port);
        var options = new AsteriskOptions
        {
            Url = new UriBuilder(server.Url) { Port = Cable.Port }.Uri,
            User = server.User,
            Password = server.Password,
            CallRecordsFile = server.CallRecords,
            HeartbeatInterval = TimeSpan.FromSeconds(30),
            CommandTimeout = TimeSpan.FromSeconds(30),
        };
        configure?.Invoke(options);
        _provider = NewProvider(options, Log);
    }

    public TestLog Log { get; } = new();

    public TcpProxy Cable { get; }

    public SipEndpoint DevicePhone => _device;

    public SipEndpoint Carrier => _carrier;

    public ITelephonyProvider Provider => _provider;

    public TimeProvider Clock => TimeProvider.System;

    public TimeSpan Deadline => TimeSpan.FromMinutes(2);

    public string DialledNumber => "+78124540001";

    public DeviceId Device { get; } = DeviceId.Parse("op1");

    public PhoneNumber Number { get; } = PhoneNumber.Parse("+79219990011");

    public string KnownPrompt => "hello-world";

    public string UnknownPrompt => "no-such-prompt";

    public string NewId() => Guid.NewGuid().ToString("N");

    public static AsteriskTelephonyProvider NewProvider(AsteriskOptions options, TestLog log) =>
        new("main", options, new OfficeRuntime { Ids = new TestIds(), Random = new Random(1) }, Instruments, log);

    public SipCall Call(string dialled, string from) => _callers.Call(Ports.Mine.Sip, dialled, from);

    public Task<ITestParty> PlaceCallAsync(string dialled, string? callerNumber, string? callerName, CancellationToken cancellationToken)
    {
        var name = callerName is null ? "" : $"\"{callerName.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\" ";
        var from = callerNumber is null ? "\"Anonymous\" <sip:anonymous@anonymous.invalid>" : $"{name}<sip:{callerNumber}@127.0.0.1>";
        return Task.FromResult<ITestParty>(new AsteriskTestParty(Call(dialled, from), Deadline));
    }

    public Task SetPhoneAsync(DialTarget target, TestPhone phone, CancellationToken cancellationToken)
    {
        var endpoint = EndpointOf(target);
        endpoint.Forget();
        endpoint.OnCall = call =>
        {
            _lastAtDevice = target is DeviceTarget ? call : _lastAtDevice;
            return BehaveAsync(call, phone);
        };
        return Task.CompletedTask;
    }

    public Task<int?> CountCallsAsync(DialTarget target, CancellationToken cancellationToken) => Task.FromResult<int?>(EndpointOf(target).Received);

    public async Task InterruptConnectionAsync(Func<CancellationToken, Task> meanwhile, CancellationToken cancellationToken)
    {
        Cable.Cut();
        await meanwhile(cancellationToken);
        Cable.Mend();
    }

    public Task AskForTransferAsync(string to, CancellationToken cancellationToken) =>
        _lastAtDevice!.ReferAsync(string.Create(CultureInfo.InvariantCulture, $"<sip:{to}@127.0.0.1:{Ports.Mine.Sip}>")).WaitAsync(Deadline, cancellationToken);

    public async Task AskForTransferAsync(ITestParty secondLine, CancellationToken cancellationToken)
    {
        var line = ((AsteriskTestParty)secondLine).Call;
        await line.Decided.WaitAsync(Deadline, cancellationToken);
        await _lastAtDevice!.ReferAsync(line.ReplaceMe()).WaitAsync(Deadline, cancellationToken);
    }

    public Task<ITestParty> CallFromDeviceAsync(string dialled, CancellationToken cancellationToken) =>
        Task.FromResult<ITestParty>(new AsteriskTestParty(_device.Call(Ports.Mine.Sip, dialled, $"<sip:{Device}@127.0.0.1>"), Deadline));

    public async Task<bool> IsToldAsync(PhoneTransferState state, CancellationToken cancellationToken)
    {
        var status = state switch
        {
            PhoneTransferState.Trying => 100,
            PhoneTransferState.Answered => 200,
            PhoneTransferState.Unavailable => 503,
            _ => 603,
        };
        try
        {
            await _lastAtDevice!.IsToldAsync(status, cancellationToken).WaitAsync(Deadline, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Whatever goes wrong with one, the others let go of their ports.
        await using var cable = Cable;
        await using var carrier = _carrier;
        await using var device = _device;
        await using var callers = _callers;
        _provider.Dispose();
    }

    private static async Task BehaveAsync(SipCall call, TestPhone phone)
    {
        if (phone.Reaction is TestPhoneReaction.Busy or TestPhoneReaction.Unreachable)
        {
            call.Decide(phone.Reaction == TestPhoneReaction.Busy ? 486 : 480);
            return;
        }

        await call.ReplyAsync(180);
        if (phone.Reaction == TestPhoneReaction.Ignore || await Task.WhenAny(call.Ended, Task.Delay(phone.Rings)) == call.Ended)
        {
            return;
        }

        call.Decide(phone.Reaction == TestPhoneReaction.Reject ? 603 : 200);
        call.Voice.Speak(TimeSpan.FromHours(1));
        if (phone.Talks is { } talks)
        {
            await Task.WhenAny(call.Ended, Task.Delay(talks));
            call.HangUp();
        }
    }

    private SipEndpoint EndpointOf(DialTarget target) => target is DeviceTarget ? _device : _carrier;
}
