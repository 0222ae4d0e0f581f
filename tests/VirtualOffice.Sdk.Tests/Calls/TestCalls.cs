using Microsoft.Extensions.Logging.Abstractions;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Intake;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Scripts;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;
using VirtualOffice.Sdk.Tests.Dispatching;

namespace VirtualOffice.Sdk.Tests.Calls;

/// <summary>Makes calls and what they use, for tests of their parts.</summary>
internal static class TestCalls
{
    public static readonly LegId CallerLeg = new("simulated", "caller");

    public static CallServices Services(OfficeRuntime runtime, ICallJournal journal, OfficeEvents? events = null, IRecordingStore? recordings = null)
    {
        events ??= new OfficeEvents();
        recordings ??= new InMemoryRecordingStore();
        var instruments = new OfficeInstruments();
        var stores = new InMemoryCallJournal();
        var companies = new CompanyDirectory();
        return new CallServices(
            runtime,
            new OfficeOptions(),
            journal,
            stores,
            stores.Index,
            stores.Callbacks,
            new DispatchLog(),
            companies,
            new RecordingVault(recordings, runtime.Clock, NullLogger<RecordingVault>.Instance),
            events,
            instruments,
            Outbox(runtime, events, instruments, recordings),
            new IntakePipeline(IntakePipeline.BuiltIn(stores.Index), runtime.Clock, NullLogger<IntakePipeline>.Instance),
            new ScriptKinds([]),
            new TransferPlanner(companies, new EmployeeBook(companies, runtime, events), new DialLedger(runtime.Clock), new OfficeOptions()),
            null,
            _ => null,
            NullLogger<CallSession>.Instance);
    }

    private static OutboxWorker Outbox(OfficeRuntime runtime, OfficeEvents events, OfficeInstruments instruments, IRecordingStore recordings)
    {
        var outbox = new InMemoryCallJournal().Outbox;
        var runner = new DeliveryRunner(outbox, recordings, [], runtime, new OfficeOptions(), events, instruments, NullLogger<DeliveryRunner>.Instance);
        return new OutboxWorker(outbox, runner, runtime, NullLogger<OutboxWorker>.Instance);
    }

    /// <summary>A call at the PBX whose journal has these events.</summary>
    public static CallSession Session(SimulatedWorld world, ITelephonyProvider pbx, params CallEvent[] events)
    {
        var record = CallRecord.Fold(new CallId(world.Runtime.Ids.NewId()), events);
        return new CallSession(record, pbx, Services(world.Runtime, new InMemoryCallJournal()), (_, _) => { }, CallerLeg, CancellationToken.None);
    }

    public static CallReceived Received(DateTimeOffset at) => new(at, CallerLeg, "incarnation", "+78124540001", CallerId.Withheld);
}
