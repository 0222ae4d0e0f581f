using VirtualOffice.Sdk.EndToEnd.Harness;

namespace VirtualOffice.Sdk.EndToEnd;

/// <summary>The database does not take writes for a while: calls go on.</summary>
public sealed class DatabaseLockedTests(AsteriskServer pbx) : OfficeTest(pbx)
{
    [Fact]
    public async Task LockedWhileTheyTalk_TalkGoesOnANewCallIsTakenAndNothingIsLost()
    {
        var office = await OpenAsync();
        var (talking, talk, _) = await office.TalkAsync();

        await using var held = await office.LockDatabaseAsync();
        var next = office.Call();
        await next.IsAnsweredAsync();
        await next.HearsSomethingElseAsync();
        await talking.HearsItselfAsync();
        await talking.HangUpAsync();
        await talking.EndsAsync();
        await next.HearsItselfAsync();
        await held.ReleaseAsync();
        await next.HearsItselfAsync();
        await next.HangUpAsync();

        Assert.Equal("Completed", (await office.Api.EndsAsync(talk.Id)).Outcome);
        var second = await office.Api.ReceivesAsync(next.Number);
        Assert.Equal("Completed", (await office.Api.EndsAsync(second.Id)).Outcome);
        Assert.Equal(2, (await office.Api.AllCallsAsync()).Length);
        await office.Pbx.IsEmptyAsync();

        // What was kept aside meanwhile is in the database: another host finds it there.
        await office.Host.KillAsync();
        await office.Host.RestartAsync();
        Assert.Equal(["Completed", "Completed"], (await office.Api.AllCallsAsync()).Select(call => call.Outcome));
    }
}
