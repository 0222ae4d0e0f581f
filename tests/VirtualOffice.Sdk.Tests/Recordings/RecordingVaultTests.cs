using Microsoft.Extensions.Logging.Abstractions;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;
using VirtualOffice.Sdk.Tests.Calls;

namespace VirtualOffice.Sdk.Tests.Recordings;

public sealed class RecordingVaultTests
{
    private static readonly RecordingId Recording = RecordingId.Parse("vo-1");

    private readonly SimulatedWorld _world = new();
    private readonly InMemoryRecordingStore _store = new();

    [Fact]
    public void FetchAsync_There_IsStoredAtOnce()
    {
        Assert.Equal(TimeSpan.FromSeconds(2), Fetch(new FetchingPbx(Whole))!.Duration);
        Assert.Equal(TimeSpan.Zero, _world.Clock.Elapsed);
        Assert.NotNull(Stored());
    }

    [Fact]
    public void FetchAsync_ThereLater_IsAskedForAgain()
    {
        var pbx = new FetchingPbx(() => null, () => null, () => null, Whole);
        Assert.NotNull(Fetch(pbx));
        Assert.Equal((4, TimeSpan.FromMilliseconds(1500)), (pbx.Fetches, _world.Clock.Elapsed));
    }

    [Fact]
    public void FetchAsync_NeverThere_IsNullAfterFourTries()
    {
        var pbx = new FetchingPbx(() => null);
        Assert.Null(Fetch(pbx));
        Assert.Equal((4, TimeSpan.FromMilliseconds(1500)), (pbx.Fetches, _world.Clock.Elapsed));
    }

    [Fact]
    public void FetchAsync_BrokenAtFirst_IsFetchedAgain()
    {
        var pbx = new FetchingPbx(() => throw new IOException("connection reset"), () => new MemoryStream("not yet"u8.ToArray()), Whole);
        Assert.NotNull(Fetch(pbx));
        Assert.Equal(3, pbx.Fetches);
    }

    [Fact]
    public void FetchAsync_NeverUsable_IsNullAndNothingIsStored()
    {
        var pbx = new FetchingPbx(() => new MemoryStream("hello"u8.ToArray()));
        Assert.Null(Fetch(pbx));
        Assert.Equal(4, pbx.Fetches);
        Assert.Null(Stored());
    }

    [Fact]
    public void FetchAsync_PbxAway_IsTheCallersToHandle()
    {
        var pbx = new FetchingPbx(() => throw new TelephonyException(TelephonyError.Unavailable, "The PBX is away."));
        Assert.Throws<TelephonyException>(() => Fetch(pbx));
        Assert.Equal(1, pbx.Fetches);
    }

    private static MemoryStream Whole() => new(Wav.File(Wav.Format(), Wav.Silence(2)));

    private StoredRecording? Fetch(FetchingPbx pbx)
    {
        var call = TestCalls.Session(_world, pbx, TestCalls.Received(_world.Clock.GetUtcNow()));
        return _world.Run(() => new RecordingVault(_store, NullLogger<RecordingVault>.Instance).FetchAsync(call, Recording));
    }

    private Stream? Stored() => _world.Run(() => _store.OpenAsync(Recording, CancellationToken.None));
}
