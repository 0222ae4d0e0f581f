using VirtualOffice.Sdk.Speech;

namespace VirtualOffice.Sdk.Tests.Speech;

/// <summary>eSpeak NG as a process: a script stands in for it that says what it was asked.</summary>
public sealed class EspeakSynthesizerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("office-speech-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task SpeakAsync_Text_GoesInByTheInputAndNeverAsAnArgument()
    {
        var speech = Synthesizer("echo \"$@\"; cat");
        var sound = System.Text.Encoding.UTF8.GetString((await speech.SpeakAsync("-f /etc/passwd; $(reboot) Привет", "ru", Cancel)).Span);
        Assert.Equal("-v ru -s 150 -b 1 --stdin --stdout\n-f /etc/passwd; $(reboot) Привет", sound);
    }

    [Theory]
    [InlineData("en; reboot")]
    [InlineData("--path=/tmp")]
    public async Task SpeakAsync_LanguageThatIsNone_TakesTheDefaultVoice(string language)
    {
        var sound = System.Text.Encoding.UTF8.GetString((await Synthesizer("echo \"$@\"; cat >/dev/null").SpeakAsync("hello", language, Cancel)).Span);
        Assert.StartsWith("-v en ", sound, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SpeakAsync_ProgramFails_SaysWhy()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Synthesizer("cat >/dev/null; echo 'no such voice' >&2; exit 3").SpeakAsync("hello", null, Cancel));
        Assert.Contains("ended with code 3: no such voice", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cache_SameTextAgain_IsNotReadAgain()
    {
        var counting = new CountingSynthesizer();
        var cache = new SpeechCache(counting, maxBytes: 40_000);
        var first = await cache.SpeakAsync("one", "en", Cancel);
        Assert.Same(first, await cache.SpeakAsync("one", "en", Cancel));
        Assert.Equal(1, counting.Count);
        await cache.SpeakAsync("one", "ru", Cancel);
        await cache.SpeakAsync("two", "en", Cancel);
        await cache.SpeakAsync("one", "en", Cancel);
        Assert.Equal(4, counting.Count);
    }

    private EspeakSynthesizer Synthesizer(string script)
    {
        var program = Path.Combine(_folder.FullName, "espeak-ng");
        File.WriteAllText(program, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return new EspeakSynthesizer(new EspeakOptions { Program = program }, TimeProvider.System);
    }

    private sealed class CountingSynthesizer : ISpeechSynthesizer
    {
        public int Count { get; private set; }

        public Task<ReadOnlyMemory<byte>> SpeakAsync(string text, string? language, CancellationToken cancellationToken)
        {
            Count++;
            return Task.FromResult<ReadOnlyMemory<byte>>(TelephoneWavTests.Tone(8000, 1, seconds: 1, hertz: 400));
        }
    }
}
