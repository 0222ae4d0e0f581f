using System.Net;
using VirtualOffice.Sdk.EndToEnd.Harness;

namespace VirtualOffice.Sdk.EndToEnd;

/// <summary>Nothing more fits on the disk that journal, spool and recordings are on.</summary>
public sealed class DiskFullTests(AsteriskServer pbx) : OfficeTest(pbx)
{
    private const int Megabytes = 24;
    private const int ExitCodeOfFailStop = 3;

    [Fact]
    public async Task FullWhileTheyTalk_AcknowledgedMeansKeptAndTheFallbackTakesNewCalls()
    {
        await using var disk = await SmallDisk.MountAsync(Megabytes);
        var office = await OpenAsync(new OfficeSettings { Data = disk.Path });
        var (talking, talk, _) = await office.TalkAsync();

        disk.Fill();
        var saved = await SaveUntilRefusedAsync(office, talk.Id);
        await Eventually.HoldsAsync("the host has stopped: it can keep nothing", () => office.Host.ExitCode == ExitCodeOfFailStop);
        await talking.HearsItselfAsync();
        var next = office.Call();
        await next.IsAnsweredAsync();
        await next.HasHeardSomethingElseAsync();
        await next.HangUpAsync();
        await next.EndsAsync();
        await talking.HearsItselfAsync();

        disk.Empty();
        await office.Host.KillAsync();
        await office.Host.RestartAsync();
        await office.Api.IsInAsync(talk.Id, "Conversation");
        await talking.HearsItselfAsync();
        await talking.HangUpAsync();
        await office.Api.EndsAsync(talk.Id);
        var call = await office.Api.SeesAsync(talk.Id, "has its recording stored", seen => seen.Recording?.State == "Stored");
        Assert.Subset(call.Messages.Select(message => message.Fields["text"]).ToHashSet(), saved.ToHashSet());
        await Eventually.GetAsync("every saved message is in the mailbox", office.Mail.Messages,
            mails => saved.All(text => mails.Any(mail => mail.TextBody!.Contains(text, StringComparison.Ordinal))));
        await Eventually.GetAsync("the call that the fallback took is in the books", office.Api.AllCallsAsync,
            calls => calls.Any(seen => seen.Caller == next.Number && seen.Outcome is "TakenByFallback" or "MissedWhileDown"));
        await office.Pbx.IsEmptyAsync();
    }

    /// <summary>Takes messages until one is not acknowledged. Some may still fit: a database reuses its files.</summary>
    private static async Task<List<string>> SaveUntilRefusedAsync(Office office, string call)
    {
        var saved = new List<string>();
        while (office.Host.ExitCode is null)
        {
            Assert.InRange(saved.Count, 0, 1000);
            var text = $"Message {saved.Count}. {new string('x', 3000)}";
            try
            {
                using var answer = await office.Api.PostAsync($"api/v1/calls/{call}/message", new { employee = "anna", fields = new Dictionary<string, string> { ["text"] = text } });
                if (answer.StatusCode != HttpStatusCode.Created)
                    break;
                saved.Add(text);
            }
            catch (HttpRequestException)
            {
                // The host is gone.
                break;
            }
        }

        return saved;
    }
}
