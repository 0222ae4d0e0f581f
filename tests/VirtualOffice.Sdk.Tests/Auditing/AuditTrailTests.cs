using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using VirtualOffice.Sdk.Auditing;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Supervision;

namespace VirtualOffice.Sdk.Tests.Auditing;

/// <summary>What is done over others' heads is written down, whatever becomes of the store.</summary>
public sealed class AuditTrailTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly SimulatedOffice _office = new();
    private readonly FaultyAuditStore _store = new();
    private readonly List<AuditAlarm> _alarms = [];

    public AuditTrailTests()
    {
        _office.Compose = office => office.Services.Replace(ServiceDescriptor.Singleton<IAuditStore>(_store));
        _office.StartHost();
        var events = _office.Office.Events.ReadAllAsync();
        _ = _office.Host!.Start(async () =>
        {
            await foreach (var e in events)
            {
                if (e is AuditAlarm alarm)
                {
                    _alarms.Add(alarm);
                }
            }
        });
    }

    [Fact]
    public void Record_Act_IsKeptWithIdAndTime()
    {
        var kept = Record(new AuditEntry(AuditAct.HangUp, "rita") { Role = "supervisor", Operator = SimulatedOffice.Olga });

        Assert.Equal([kept], _store.Entries);
        Assert.Equal((_office.World.Clock.GetUtcNow(), "rita", "supervisor"), (kept.At, kept.By, kept.Role));
        Assert.NotEqual(default, kept.Id);
        Assert.Empty(_alarms);
    }

    [Fact]
    public void Record_TextsTooLong_AreCutAndKept()
    {
        var kept = Record(new AuditEntry(AuditAct.Other, new string('b', 101)) { Role = new string('r', 65), Address = new string('a', 65), Detail = new string('d', 1001), Reason = new string('w', 1001) });

        Assert.Equal((100, 64, 64, 1000, 1000), (kept.By.Length, kept.Role!.Length, kept.Address!.Length, kept.Detail!.Length, kept.Reason!.Length));
        Assert.Equal([kept], _store.Entries);
    }

    [Fact]
    public async Task Record_ByNobody_IsRefused() => await Assert.ThrowsAsync<ArgumentException>(() => _office.Office.Audit.RecordAsync(new AuditEntry(AuditAct.HangUp, " ")));

    [Fact]
    public void Record_StoreAway_AlarmsAndIsWrittenWhenItIsBack()
    {
        _store.IsAway = true;
        var first = Record(new AuditEntry(AuditAct.Listen, "rita"));
        var second = Record(new AuditEntry(AuditAct.Barge, "rita"));

        _office.World.RunFor(Second);
        Assert.Empty(_store.Entries);
        Assert.Equal([1, 2], _alarms.Select(a => a.Waiting));
        Assert.All(_alarms, a => Assert.NotNull(a.Problem));
        Assert.Contains(_office.Errors.Lines, e => e.Contains("rita (no role, no address): Barge", StringComparison.Ordinal));

        _office.World.RunFor(TimeSpan.FromMinutes(10));
        Assert.Empty(_store.Entries);
        _store.IsAway = false;
        _office.World.RunFor(TimeSpan.FromSeconds(6));

        Assert.Equal([second, first], _store.Entries);
        Assert.Equal((0, null), (_alarms[^1].Waiting, _alarms[^1].Problem));
        var third = Record(new AuditEntry(AuditAct.HangUp, "rita"));
        Assert.Equal([third, second, first], _store.Entries);
    }

    [Fact]
    public void Record_WrittenThoughItSeemedNot_IsThereOnce()
    {
        (_store.IsAway, _store.WritesWhileAway) = (true, true);
        var kept = Record(new AuditEntry(AuditAct.Listen, "rita"));
        _office.World.RunFor(TimeSpan.FromSeconds(20));
        Assert.True(_store.Attempts > 2);
        _store.IsAway = false;
        _office.World.RunFor(TimeSpan.FromSeconds(6));

        Assert.Equal([kept], _store.Entries);
        Assert.Equal(0, _alarms[^1].Waiting);
    }

    [Fact]
    public void Record_StoreHangs_KeepsNobodyWaitingForLong()
    {
        var gate = new TaskCompletionSource();
        _store.Pace = gate.Task;
        var recording = _office.Host!.Start(() => _office.Office.Audit.RecordAsync(new AuditEntry(AuditAct.Listen, "rita")));
        _office.World.RunFor(Second);
        Assert.False(recording.IsCompleted);
        _office.World.RunFor(TimeSpan.FromSeconds(5));
        Assert.True(recording.IsCompletedSuccessfully);
        Assert.Empty(_store.Entries);

        gate.SetResult();
        _office.World.RunFor(Second);
        Assert.Equal("rita", Assert.Single(_store.Entries).By);
    }

    [Fact]
    public void Stop_EntriesWait_AreTriedOnceMore()
    {
        _store.IsAway = true;
        var kept = Record(new AuditEntry(AuditAct.Listen, "rita"));
        _office.World.RunFor(Second);
        _store.IsAway = false;

        _office.World.Run(async () =>
        {
            await _office.Office.StopAsync();
            return true;
        });

        Assert.Equal([kept], _store.Entries);
    }

    [Fact]
    public void Listening_Ends_IsWrittenDownWithTheCallAndItsCompany()
    {
        _office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Answers(Second));
        _office.Pbx.SetPhone(SimulatedOffice.PavelsPhone, SimulatedPhone.Answers(Second));
        _office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        var caller = _office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101", behaviour: SimulatedCaller.Passive);
        _office.RunUntilStage(CallStage.Conversation);
        var call = _office.Call().Id;
        _office.World.Run(() => _office.Office.Supervision.ListenAsync(call, SimulatedOffice.Pavel, ListeningMode.Whisper, "rita"));
        _office.World.RunFor(Second * 5);
        Assert.Empty(_store.Entries);
        caller.HangUp();
        _office.World.RunFor(Second * 5);

        var entry = Assert.Single(_store.Entries);
        Assert.Equal((AuditAct.StopListening, "rita", call, SimulatedOffice.Fox, AuditOutcome.Done), (entry.Act, entry.By, entry.Call!.Value, entry.Company!.Value, entry.Outcome));
        Assert.StartsWith("at the phone of pavel, Whisper since ", entry.Detail, StringComparison.Ordinal);
    }

    private AuditEntry Record(AuditEntry entry) => _office.World.Run(() => _office.Office.Audit.RecordAsync(entry));
}
