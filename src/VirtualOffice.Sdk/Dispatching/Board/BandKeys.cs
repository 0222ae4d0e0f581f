namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>
/// The callers' static order: <c>EnqueuedAt − head start</c>, smallest first. A strict band's head start is longer than any wait can be (3,168 years), once for each strict band from it on,
/// so one number orders all bands.
/// </summary>
internal sealed class BandKeys
{
    private const long StrictHeadStart = 1_000_000_000_000_000_000;

    private readonly long[] _headStarts;
    private readonly int[] _strictness;

    public BandKeys(IReadOnlyList<PriorityBand> bands)
    {
        if (bands.Count is 0 or > BoardOptions.MaxBands)
        {
            throw new ArgumentException($"A board has 1 to {BoardOptions.MaxBands} bands, not {bands.Count}.", nameof(bands));
        }

        (_headStarts, _strictness) = (new long[bands.Count], new int[bands.Count]);
        var strictness = 0;
        for (var band = bands.Count - 1; band >= 0; band--)
        {
            strictness += bands[band].HeadStart is null ? 1 : 0;
            _strictness[band] = strictness;
            _headStarts[band] = (strictness * StrictHeadStart) + (bands[band].HeadStart?.Ticks ?? 0);
        }
    }

    public int Count => _headStarts.Length;

    public long KeyOf(in CallSlot call) => call.EnqueuedAt - _headStarts[call.Band];

    /// <summary>How many strict bands go before those after this one; 0 for a band that only has a head start on all.</summary>
    public int StrictnessOf(in CallSlot call) => _strictness[call.Band];

    /// <summary>The key without the strict bands' share: a time.</summary>
    public long TimeOf(in CallSlot call) => KeyOf(call) + (StrictnessOf(call) * StrictHeadStart);
}
