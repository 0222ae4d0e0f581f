namespace VirtualOffice.Sdk.EndToEnd.Audio;

/// <summary>The ear that the other tests trust: it must also say no.</summary>
public sealed class AudioTests
{
    [Fact]
    public void Share_TheToneItself_IsNearlyAll()
        => Assert.InRange(Tone.Share(ThroughALaw(i => Tone.At(i, Speaker.Voice)), Speaker.Voice), 0.95, 1.05);

    [Fact]
    public void Share_AnotherTone_IsNearlyNothing()
        => Assert.InRange(Tone.Share(ThroughALaw(i => Tone.At(i, 600)), Speaker.Voice), 0, 0.02);

    [Fact]
    public void Share_ToneUnderLouderSound_IsUnderTheLimit()
        => Assert.InRange(Tone.Share(ThroughALaw(i => (short)(Tone.At(i, Speaker.Voice) + Tone.At(i, 600) + Tone.At(i, 1300))), Speaker.Voice), 0.2, 0.5);

    [Fact]
    public void Share_Silence_IsNothing()
        => Assert.Equal(0, Tone.Share(new short[4000], Speaker.Voice));

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(-1000)]
    [InlineData(32000)]
    [InlineData(-32000)]
    public void ALaw_ThereAndBack_StaysWithinAStep(short sample)
        => Assert.InRange(ALaw.Decode(ALaw.Encode(sample)), sample - 1024, sample + 1024);

    private static short[] ThroughALaw(Func<int, int> signal)
        => [.. Enumerable.Range(0, Tone.SampleRate / 2).Select(i => ALaw.Decode(ALaw.Encode((short)signal(i))))];
}
