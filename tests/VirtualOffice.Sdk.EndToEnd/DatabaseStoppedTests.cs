using VirtualOffice.Sdk.EndToEnd.Harness;

namespace VirtualOffice.Sdk.EndToEnd;

/// <summary>The database server is stopped under the host, and started again.</summary>
public sealed class DatabaseStoppedTests(AsteriskServer pbx) : OfficeTest(pbx)
{
    [Fact]
    public async Task StoppedWhileTheyTalk_CallsGoOnAMessageIsSavedAndNothingIsLost()
    {
        var office = await OpenAsync(new OfficeSettings { Database = DatabaseKind.PostgreSql });
        var (talking, talk, _) = await office.TalkAsync();

        await office.PostgreSql.StopAsync();
        await talking.HearsItselfAsync();
        await office.Api.TakeMessageAsync(talk.Id, "anna", new() { ["name"] = "Ivan", ["text"] = "Said while the database was away." });
        var next = office.Call();
        await next.IsAnsweredAsync();
        await next.HearsSomethingElseAsync();
        await talking.HangUpAsync();
        await talking.EndsAsync();
        await next.HearsItselfAsync();
        var readiness = await Eventually.GetAsync("the host says what is away", office.Api.ReadinessAsync, seen => !seen.Ready);
        Assert.Contains(readiness.WaitingFor, what => what.Contains("database", StringComparison.OrdinalIgnoreCase));
        await office.PostgreSql.StartAsync();

        await Eventually.GetAsync("the host is ready again", office.Api.ReadinessAsync, seen => seen.Ready);
        await next.HearsItselfAsync();
        await next.HangUpAsync();
        Assert.Equal("MessageTaken", (await office.Api.EndsAsync(talk.Id)).Outcome);
        var second = await office.Api.ReceivesAsync(next.Number);
        Assert.Equal("Completed", (await office.Api.EndsAsync(second.Id)).Outcome);
        var mail = await office.Mail.ArrivesAsync(Office.AnnasMailbox);
        Assert.Contains("Said while the database was away.", mail.TextBody, StringComparison.Ordinal);
        await office.Pbx.IsEmptyAsync();

        // What was kept aside meanwhile is in the database: another host finds it there.
        await office.Host.KillAsync();
        await office.Host.RestartAsync();
        Assert.Equal(["Completed", "MessageTaken"], (await office.Api.AllCallsAsync()).Select(call => call.Outcome!).Order(StringComparer.Ordinal));
    }
}
