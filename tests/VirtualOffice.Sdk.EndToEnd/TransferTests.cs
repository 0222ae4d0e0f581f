using VirtualOffice.Sdk.EndToEnd.Harness;

namespace VirtualOffice.Sdk.EndToEnd;

/// <summary>The caller is sent on to an employee, whose numbers are tried in order, and is never dropped.</summary>
public sealed class TransferTests(AsteriskServer pbx) : OfficeTest(pbx)
{
    private const string Busy = "+78124540102";
    private const string Silent = "+78124540103";
    private const string Declining = "+78124540104";
    private const string Answering = "+79214540101";

    [Fact]
    public Task FirstNumberBusy_SecondAnswers_CallerIsTransferred() => SecondAnswers(Busy, "Busy");

    [Fact]
    public Task FirstNumberSilent_SecondAnswers_CallerIsTransferred() => SecondAnswers(Silent, "NoAnswer");

    [Fact]
    public async Task AllNumbersFail_CallerIsBackWithTheOperatorWhoTakesAMessage()
    {
        var office = await OpenAsync(new OfficeSettings { AnnasNumbers = [Busy, Declining] });
        var carrier = await office.CarrierAsync();
        var (caller, call, phone) = await office.TalkAsync();

        await office.Api.TransferAsync(call.Id, "anna");
        call = await office.Api.SeesAsync(call.Id, "is back in the conversation", seen => seen is { Stage: "Conversation", Transfers: [{ Result: "Failed" }] });
        Assert.Equal([$"{Busy}=Busy", $"{Declining}=Rejected"], call.Transfers[0].Attempts.Select(attempt => $"{attempt.Number}={attempt.Result}"));
        Assert.Equal([Busy, Declining], carrier.Calls.Select(invite => invite.RequestUser));
        await caller.HearsItselfAsync();
        Assert.False(caller.WasHungUpOn);
        Assert.Single(phone.Calls);

        var message = await office.Api.TakeMessageAsync(call.Id, "anna", new() { ["name"] = "Ivan", ["purpose"] = "a tour", ["text"] = "Please call back after six." });
        Assert.Equal(("Operator", "anna"), (message.Kind, message.Employee));
        await caller.HangUpAsync();

        Assert.Equal("MessageTaken", (await office.Api.EndsAsync(call.Id)).Outcome);
        var mail = await office.Mail.ArrivesAsync(Office.AnnasMailbox);
        var text = $"{mail.Subject}\n{mail.TextBody}";
        foreach (var part in new[] { "Ivan", "a tour", "Please call back after six.", caller.Number, "Fox Travel" })
            Assert.Contains(part, text, StringComparison.Ordinal);
        await office.Api.SeesAsync(call.Id, "has its message delivered", seen => seen.Messages is [{ Delivery: [{ State: "Delivered", Recipient: Office.AnnasMailbox }] }]);
        await office.Pbx.IsEmptyAsync();
    }

    [Fact]
    public async Task EmployeeHangsUp_TransferredCallEnds()
    {
        var office = await OpenAsync(new OfficeSettings { AnnasNumbers = ["+78124540105"] });
        await office.CarrierAsync();
        var (caller, call, _) = await office.TalkAsync();

        await office.Api.TransferAsync(call.Id, "anna");
        await caller.EndsAsync();

        Assert.Equal("Transferred", (await office.Api.EndsAsync(call.Id)).Outcome);
        await office.Pbx.IsEmptyAsync();
    }

    [Fact]
    public async Task TrunkWantsDigitsWithPrefix_NumberIsDialledSo()
    {
        var office = await OpenAsync(new OfficeSettings { AnnasNumbers = [Answering] }.With("--Asterisk:Trunk:NumberFormat", "Digits", "--Asterisk:Trunk:Prefix", "99"));
        var carrier = await office.CarrierAsync();
        var (_, call, _) = await office.TalkAsync();

        await office.Api.TransferAsync(call.Id, "anna");
        call = await office.Api.IsInAsync(call.Id, "Transferred");

        Assert.Equal("9979214540101", Assert.Single(carrier.Calls).RequestUser);
        Assert.Equal(Answering, call.Transfers[0].Attempts[0].Number);
    }

    [Fact]
    public async Task NotInConversation_TransferIsAConflict()
    {
        var office = await OpenAsync();
        var caller = office.Call();
        await caller.IsAnsweredAsync();
        var call = await office.Api.ReceivesAsync(caller.Number);
        await office.Api.IsInAsync(call.Id, "Queue");

        using var conflict = await office.Api.PostAsync($"api/v1/calls/{call.Id}/transfer", new { employee = "anna" });
        using var unknown = await office.Api.PostAsync($"api/v1/calls/{Guid.NewGuid()}/transfer", new { employee = "anna" });

        Assert.Equal(System.Net.HttpStatusCode.Conflict, conflict.StatusCode);
        Assert.Equal("application/problem+json", conflict.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Queue", await conflict.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, unknown.StatusCode);
    }

    private async Task SecondAnswers(string first, string result)
    {
        var office = await OpenAsync(new OfficeSettings { AnnasNumbers = [first, Answering] });
        var carrier = await office.CarrierAsync();
        var (caller, call, phone) = await office.TalkAsync();

        var mark = caller.Audio.Heard;
        await office.Api.TransferAsync(call.Id, "anna");
        if (first == Silent)
            await caller.HasHeardSomethingElseAsync(mark);
        call = await office.Api.IsInAsync(call.Id, "Transferred");
        Assert.Equal([$"{first}={result}", $"{Answering}=Answered"], call.Transfers[0].Attempts.Select(attempt => $"{attempt.Number}={attempt.Result}"));
        Assert.Equal("Transferred", call.Transfers[0].Result);
        Assert.Equal([first, Answering], carrier.Calls.Select(invite => invite.RequestUser));
        await phone.IsOverAsync(phone.Calls[0]);
        // Only the employee's phone is left to send the caller's voice back.
        await caller.HearsItselfAsync();
        await office.Api.OperatorIsAsync("olga", "Available");

        await caller.HangUpAsync();
        call = await office.Api.EndsAsync(call.Id);
        Assert.Equal("Transferred", call.Outcome);
        Assert.Contains(call.Segments, segment => segment is { Kind: "Employee", Employee: "anna", To: not null });
        await carrier.IsOverAsync(carrier.Calls[^1]);
        await office.Pbx.IsEmptyAsync();
    }
}
