using VirtualOffice.Sdk.Telephony;
using VirtualOffice.Sdk.Testing;

namespace VirtualOffice.Sdk.Simulation.Tests;

/// <summary>The simulated PBX as a test bench.</summary>
internal sealed class SimulatedTestBench(SimulatedPbx pbx, OfficeRuntime host, Func<ITelephonyProvider, ITelephonyProvider>? wrap = null) : ITelephonyTestBench, IPhoneTransferBench
{
    private readonly Dictionary<DialTarget, int> _calls = [];

    public ITelephonyProvider Provider { get; } = wrap is null ? pbx.CreateProvider(host) : wrap(pbx.CreateProvider(host));

    public TimeProvider Clock => host.Clock;

    public TimeSpan Deadline => TimeSpan.FromSeconds(20);

    public string DialledNumber => "+78124540001";

    public DeviceId Device { get; } = DeviceId.Parse("op1");

    public PhoneNumber Number { get; } = PhoneNumber.Parse("+79219990011");

    public string KnownPrompt => "known";

    public string UnknownPrompt => "unknown";

    public string NewId() => host.Ids.NewId().ToString("N");

    public Task<ITestParty> PlaceCallAsync(string dialled, string? callerNumber, string? callerName, CancellationToken cancellationToken) =>
        Task.FromResult<ITestParty>(new Party(pbx.PlaceCall(dialled, callerNumber, callerName), this));

    public Task SetPhoneAsync(DialTarget target, TestPhone phone, CancellationToken cancellationToken)
    {
        _calls[target] = 0;
        var behaviour = phone.Reaction switch
        {
            TestPhoneReaction.Answer => SimulatedPhone.Answers(phone.Rings, phone.Talks),
            TestPhoneReaction.Reject => SimulatedPhone.Rejects(phone.Rings),
            TestPhoneReaction.Busy => SimulatedPhone.Busy,
            TestPhoneReaction.Ignore => SimulatedPhone.NeverAnswers,
            _ => SimulatedPhone.Unreachable,
        };
        pbx.SetPhone(target, () =>
        {
            _calls[target]++;
            return behaviour;
        });
        return Task.CompletedTask;
    }

    public Task<int?> CountCallsAsync(DialTarget target, CancellationToken cancellationToken) => Task.FromResult<int?>(_calls[target]);

    public async Task InterruptConnectionAsync(Func<CancellationToken, Task> meanwhile, CancellationToken cancellationToken)
    {
        pbx.Faults.ConnectError = TelephonyError.Unavailable;
        pbx.DropConnection();
        await meanwhile(cancellationToken);
        pbx.Faults.ConnectError = null;
    }

    public Task AskForTransferAsync(string to, CancellationToken cancellationToken)
    {
        Phone.AskForTransfer(to);
        return Task.CompletedTask;
    }

    public Task AskForTransferAsync(ITestParty secondLine, CancellationToken cancellationToken)
    {
        Phone.AskForTransfer(((Party)secondLine).Simulated);
        return Task.CompletedTask;
    }

    public Task<ITestParty> CallFromDeviceAsync(string dialled, CancellationToken cancellationToken) =>
        Task.FromResult<ITestParty>(new Party(pbx.PlaceCallFromPhone(Device, dialled), this));

    public async Task<bool> IsToldAsync(PhoneTransferState state, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Deadline, Clock);
        try
        {
            await Phone.WaitAsync(p => p.TransferReports.Contains(state), deadline.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private SimulatedParty Phone =>
        pbx.FindParty(new DeviceTarget(Device)) ?? pbx.EndedParties.Last(p => p.Target == new DeviceTarget(Device));

    private sealed class Party(SimulatedParty party, SimulatedTestBench bench) : ITestParty
    {
        public SimulatedParty Simulated => party;

        public bool IsGone => party.IsGone;

        public Task HangUpAsync(CancellationToken cancellationToken)
        {
            party.HangUp();
            return Task.CompletedTask;
        }

        public Task<bool> SpeakAsync(TimeSpan duration, CancellationToken cancellationToken)
        {
            party.Speak(duration);
            return Task.FromResult(true);
        }

        public Task<bool> PressAsync(char digit, CancellationToken cancellationToken)
        {
            party.Press(digit.ToString());
            return Task.FromResult(true);
        }

        public async Task<bool?> WaitUntilHearsAsync(TestSound sound, CancellationToken cancellationToken)
        {
            var kind = sound switch
            {
                TestSound.Ringing => SoundKind.Ringing,
                TestSound.Music => SoundKind.Music,
                TestSound.Prompt => SoundKind.Prompt,
                TestSound.Silence => SoundKind.Silence,
                _ => SoundKind.Parties,
            };
            using var deadline = new CancellationTokenSource(bench.Deadline, bench.Clock);
            try
            {
                await party.WaitAsync(p => p.Hears?.Kind == kind, deadline.Token);
                return true;
            }
            catch (OperationCanceledException)
            {
                return false;
            }
        }
    }
}
