using System.Diagnostics;
using System.Globalization;
using MimeKit;
using VirtualOffice.Sdk.EndToEnd.Api;
using VirtualOffice.Sdk.EndToEnd.Audio;
using VirtualOffice.Sdk.EndToEnd.Crowds;
using VirtualOffice.Sdk.EndToEnd.Harness;
using VirtualOffice.Sdk.EndToEnd.Sip;

namespace VirtualOffice.Sdk.EndToEnd;

/// <summary>kill -9 on the host at any instant, while callers wait, talk, are transferred and leave messages. What the callers know must be what the journal says.</summary>
public sealed class HostKilledAgainAndAgainTests(AsteriskServer pbx) : OfficeTest(pbx)
{
    private const int Seed = 20261123;
    private static readonly TimeSpan _recovery = TimeSpan.FromMinutes(4);

    /// <summary>VO_KILLS sets how often; 10 times each else.</summary>
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task KilledAtRandomInstants_NoCallIsLostDoubledOrStuckAndEverySavedMessageArrives(DatabaseKind database)
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("VO_KILLS") ?? "10", CultureInfo.InvariantCulture);
        var office = await OpenAsync(new OfficeSettings { Database = database, AnnasNumbers = ["+78124540102", "+79214540101"] });
        await office.CarrierAsync();
        await office.PhoneAsync(1, Behaviour.Answers);
        await office.PhoneAsync(2, Behaviour.Answers);
        await office.Api.SetStateAsync("olga", "Available");
        await office.Api.SetStateAsync("boris", "Available");
        var random = new Random(Seed);
        using var crowd = new Crowd(office, Seed);
        var calling = crowd.RunAsync();
        try
        {
            for (var kill = 1; kill <= kills; kill++)
            {
                // Now and then while it still starts.
                if (kill % 4 != 0)
                    await office.Host.IsReadyAsync();
                await PassAsync(random.NextDouble() * 4);
                await office.Host.KillAsync();
                await PassAsync(random.NextDouble());
                office.Host.StartWithoutWaiting();
            }

            await office.Host.IsReadyAsync();
            await PassAsync(2);
        }
        finally
        {
            crowd.Leave();
            await calling;
        }

        await Eventually.GetAsync("the journal has every call that was placed, each with its outcome and its recording", async () => Missing(crowd.Ledger.Callers, await office.Api.AllCallsAsync()), missing => missing.Length == 0, _recovery);
        var calls = await office.Api.AllCallsAsync();
        TestContext.Current.TestOutputHelper?.WriteLine($"{kills} kills, {calls.Length} calls: {string.Join(", ", calls.CountBy(call => call.Outcome!).Select(o => $"{o.Value} {o.Key}"))}; {crowd.Ledger.Messages.Count} messages");
        Assert.Equal(crowd.Ledger.Callers.Order(), calls.Select(call => call.Caller).Order());
        var unserved = calls.Where(call => call.Outcome is "Abandoned" or "MissedWhileDown" || (call.Outcome == "TakenByFallback" && call.Messages.Length == 0));
        Assert.Equal(unserved.Select(call => call.Id).Order(StringComparer.Ordinal), (await office.Api.CallbacksAsync()).Select(callback => callback.Call));
        Assert.DoesNotContain(calls, call => call.Outcome is "FailedInternal" or "LostByPbx" or "Refused");

        // The instant between the answer and the PBX's confirmation that it records is the only one at which a kill may cost a recording, of a caller who is gone when the
        // host is back. How long an instant is depends on the machine.
        Assert.InRange(calls.Count(call => call.Recording?.State == "Missing"), 0, Math.Max(3, kills / 5));
        await EveryMessageArrivesOnceAsync(office, crowd.Ledger);
        await office.Api.OperatorIsAsync("olga", "Available");
        await office.Api.OperatorIsAsync("boris", "Available");
        await office.Pbx.IsEmptyAsync();
    }

    [Fact]
    public async Task KilledWhileTheyTalk_RecordingHasNoGap()
    {
        var office = await OpenAsync();
        var (caller, call, _) = await office.TalkAsync();

        var away = Stopwatch.StartNew();
        await office.Host.KillAsync();
        await caller.HearsItselfAsync();
        await office.Host.RestartAsync();
        var awaySeconds = away.Elapsed.TotalSeconds;
        await office.Api.IsInAsync(call.Id, "Conversation");
        await caller.HearsItselfAsync();
        await caller.HangUpAsync();
        await caller.EndsAsync();

        call = await office.Api.SeesAsync(call.Id, "has its recording stored", seen => seen.Recording?.State == "Stored");
        var audio = WavFile.Parse(await office.Api.AudioAsync(call.Recording!.Href!));
        var talked = caller.Talked().TotalSeconds;
        TestContext.Current.TestOutputHelper?.WriteLine($"talked {talked:0.0} s, recorded {audio.Seconds:0.0} s, of it the voice {audio.SecondsOf(Speaker.Voice):0.0} s, longest gap {audio.LongestGapIn(Speaker.Voice):0.0} s");

        // A recording that waits for the host lacks at least the time that the host was away; a busy machine may lack a moment.
        Assert.InRange(audio.Seconds, talked - (awaySeconds / 2), talked + 2.5);
        Assert.InRange(audio.LongestGapIn(Speaker.Voice), 0, awaySeconds / 2);
        await office.Pbx.IsEmptyAsync();
    }

    private static string[] Missing(IReadOnlyList<string> callers, Call[] calls) =>
    [
        .. callers.Except(calls.Select(call => call.Caller!)).Select(caller => $"{caller} is in no call"),
        .. calls.Where(call => call.Outcome is null || call.Recording?.State == "Recording").Select(call => call.ToString()),
    ];

    private static async Task EveryMessageArrivesOnceAsync(Office office, CrowdLedger ledger)
    {
        var mails = await Eventually.GetAsync("every saved message is in the mailbox", office.Mail.Messages, seen => ledger.Messages.All(text => seen.Any(mail => Has(mail, text))), _recovery);

        // One may come twice, as the same mail.
        Assert.All(ledger.Messages, text => Assert.Single(mails.Where(mail => Has(mail, text)).Select(mail => mail.MessageId).Distinct()));
    }

    private static bool Has(MimeMessage mail, string text) => mail.TextBody?.Contains(text, StringComparison.Ordinal) == true;

    private static Task PassAsync(double seconds) => Task.Delay(TimeSpan.FromSeconds(seconds), TestContext.Current.CancellationToken);
}
