namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>Random numbers that are the same for the same seed: SplitMix64 (Steele, Lea, Flood 2014).</summary>
internal struct SplitMix(int seed)
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    private ulong _state = (ulong)(uint)seed;

    /// <summary>Above 0 and up to 1.</summary>
    public double Next() => Mix(_state += Gamma);

    /// <summary>The how manieth number of a seed, without those before.</summary>
    public static double Draw(int seed, long number) => Mix((uint)seed + ((ulong)number * Gamma));

    private static double Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (((z ^ (z >> 31)) >> 11) + 1) * (1.0 / (1UL << 53));
    }
}
