namespace VirtualOffice.Sdk.EndToEnd.Audio;

/// <summary>Makes a tone, and says how much of what is heard is that tone.</summary>
internal static class Tone
{
    public const int SampleRate = 8000;
    private const double Amplitude = 8000;

    public static short At(long sample, int hertz) => (short)(Amplitude * Math.Sin(2 * Math.PI * hertz * sample / SampleRate));

    /// <summary>The share of the signal's energy that lies at this frequency, 0 to 1 (Goertzel's algorithm).</summary>
    public static double Share(ReadOnlySpan<short> samples, int hertz)
    {
        var coefficient = 2 * Math.Cos(2 * Math.PI * hertz / SampleRate);
        double before = 0, beforeThat = 0, energy = 0;
        foreach (var sample in samples)
        {
            var now = sample + (coefficient * before) - beforeThat;
            (beforeThat, before) = (before, now);
            energy += (double)sample * sample;
        }

        var power = (before * before) + (beforeThat * beforeThat) - (coefficient * before * beforeThat);
        return energy == 0 ? 0 : 2 * power / (samples.Length * energy);
    }

    /// <summary>Root mean square of the samples, 0 to 32767.</summary>
    public static double Level(ReadOnlySpan<short> samples)
    {
        double energy = 0;
        foreach (var sample in samples)
            energy += (double)sample * sample;
        return samples.IsEmpty ? 0 : Math.Sqrt(energy / samples.Length);
    }
}
