namespace VirtualOffice.Sdk.Simulation;

/// <summary>Derives independent seeds from one.</summary>
internal static class Seeds
{
    /// <summary>The seed of the <paramref name="stream"/>-th user of chance. SplitMix64 (Steele, Lea, Flood 2014), whose outputs of neighbouring inputs are unrelated.</summary>
    public static int Derive(int seed, int stream)
    {
        unchecked
        {
            var z = ((ulong)(uint)seed << 32) + (((ulong)(uint)stream + 1) * 0x9E3779B97F4A7C15UL);
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return (int)((z ^ (z >> 31)) >> 33);
        }
    }
}
