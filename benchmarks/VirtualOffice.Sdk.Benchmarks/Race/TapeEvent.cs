namespace VirtualOffice.Sdk.Benchmarks.Race;

/// <summary>An event of 8 bytes.</summary>
/// <param name="Target">The operator, or the call that gives up; of an arrival, the call's number.</param>
/// <param name="Company">Of an arrival, whom it calls.</param>
/// <param name="Kind">What happens.</param>
/// <param name="Flags">The band in the low bits; <see cref="Missed"/> when the operator asked first doesn't answer.</param>
internal readonly record struct TapeEvent(int Target, short Company, TapeKind Kind, byte Flags)
{
    public const byte Missed = 0x80;

    public bool IsMissed => (Flags & Missed) != 0;

    public int Band => Flags & 0x7f;
}
