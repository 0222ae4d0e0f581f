using System.Text.RegularExpressions;
using VirtualOffice.Sdk.EndToEnd.Audio;
using VirtualOffice.Sdk.EndToEnd.Harness;
using VirtualOffice.Sdk.EndToEnd.Sip;

namespace VirtualOffice.Sdk.EndToEnd;

/// <summary>The dialplan alone: no host is running.</summary>
public sealed partial class FallbackTests(AsteriskServer pbx) : IAsyncLifetime
{
    private readonly TempFolder _folder = new();

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(AsteriskServer.IsWanted, AsteriskServer.WhyNot);
        await pbx.Control.HasNoApplicationAsync();
    }

    [Fact]
    public async Task HostNotRunning_CallerSpeaks_RingingThenAnnouncementThenVoiceMessageIsKept()
    {
        await using var caller = SippCaller.Call(_folder.Path, "+78124540001");

        var ringing = await caller.RingsAsync();
        var answer = await caller.IsAnsweredAsync();
        Assert.True(ringing.At < answer.At);
        await caller.HasHeardSomethingElseAsync();
        var file = await RecordingOf(caller.Number);
        await Eventually.HoldsAsync("three seconds are recorded", () => Seconds(file) >= 3);
        var mark = caller.Audio.Heard;
        await caller.Audio.PressAsync('#');
        await caller.EndsAsync();

        Assert.True(caller.WasHungUpOn, "The PBX thanks and hangs up");
        Assert.True(Tone.Level(caller.Audio.HeardSince(mark)) > 100, "The caller is thanked");
        var message = WavFile.Parse(await File.ReadAllBytesAsync(file.FullName, TestContext.Current.CancellationToken));
        Assert.InRange(message.SecondsOf(Speaker.Voice), 1, message.Seconds);
        Assert.Matches($@"^\d{{8}}T\d{{6}}Z_\+78124540001_{Regex.Escape(caller.Number)}_voffice-[0-9.]+\.wav$", file.Name);
        Assert.Contains("fallback/" + Path.GetFileNameWithoutExtension(file.Name), await pbx.Control.StoredRecordingsAsync());
        await pbx.Control.IsEmptyAsync();
    }

    [Fact]
    public async Task HostNotRunning_CallerHangsUpWhileSpeaking_WhatWasSaidIsKept()
    {
        await using var caller = SippCaller.Call(_folder.Path, "78124540002");
        await caller.IsAnsweredAsync();
        var file = await RecordingOf(caller.Number);
        await Eventually.HoldsAsync("two seconds are recorded", () => Seconds(file) >= 2);

        await caller.HangUpAsync();
        await caller.EndsAsync();
        await pbx.Control.IsEmptyAsync();

        var message = WavFile.Parse(await File.ReadAllBytesAsync(file.FullName, TestContext.Current.CancellationToken));
        Assert.InRange(message.SecondsOf(Speaker.Voice), 0.5, message.Seconds);
        Assert.Contains("_78124540002_", file.Name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HostNotRunning_AnyNumber_IsTakenAndWrittenSafely()
    {
        (string Dialled, string Written)[] numbers = [("112", "112"), ("+78124540009,evil", "+78124540009"), ("*55%23", "*55#")];

        await Task.WhenAll(numbers.Select(async number =>
        {
            await using var caller = SippCaller.Call(_folder.Path, number.Dialled, "\"a/b\" <sip:../../etc/x;y@127.0.0.1>");
            await caller.IsAnsweredAsync();
            var file = await RecordingOf(number.Written);
            await caller.HangUpAsync();
            await caller.EndsAsync();

            Assert.Matches(SafeName(), file.Name);
            Assert.Contains("_unknown_", file.Name, StringComparison.Ordinal);
        }));

        await pbx.Control.IsEmptyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (AsteriskServer.IsWanted)
            await pbx.Control.ClearAsync();
        _folder.Dispose();
    }

    private async Task<FileInfo> RecordingOf(string number)
    {
        // The announcement of about ten seconds comes first.
        var files = await Eventually.GetAsync("a message is recorded", () => Fallback().Where(file => file.Name.Contains($"_{number}_", StringComparison.Ordinal)).ToArray(),
            found => found.Length == 1);
        return files[0];
    }

    private IEnumerable<FileInfo> Fallback()
    {
        var folder = new DirectoryInfo(Path.Combine(pbx.Recordings, "fallback"));
        return folder.Exists ? folder.GetFiles("*.wav").OrderBy(file => file.Name, StringComparer.Ordinal) : [];
    }

    private static int Seconds(FileInfo file)
    {
        file.Refresh();
        return (int)(file.Length / (2 * Tone.SampleRate));
    }

    [GeneratedRegex(@"^[0-9TZ+*#._a-z-]+\.wav$")]
    private static partial Regex SafeName();
}
