using VirtualOffice.Sdk.EndToEnd.Api;
using VirtualOffice.Sdk.EndToEnd.Harness;

namespace VirtualOffice.Sdk.EndToEnd;

/// <summary>The mail server refuses, hangs, breaks off or is away: every message arrives all the same, or a person is told.</summary>
public sealed class MailTroubleTests(AsteriskServer pbx) : OfficeTest(pbx)
{
    private const string Supervisor = "supervisor@fox.example";

    private static readonly TimeSpan _retries = TimeSpan.FromMinutes(5);

    // How the mail server treats each of them is in smtp/wayward.py.
    private static readonly string[] _wayward = ["busy", "full", "silent", "cut"];

    [Fact]
    public async Task ServerFailsInEveryWay_EachMessageIsDeliveredUnderOneIdOrEscalated()
    {
        var office = await OpenAsync(new OfficeSettings { Company = string.Join('\n', _wayward.Append("nobody").Select(Employee)) }
            .With("--Smtp:Timeout", "00:00:10", "--Office:EscalateTo", Supervisor));
        var (caller, call, _) = await office.TalkAsync();

        foreach (var employee in _wayward.Append("nobody"))
            await office.Api.TakeMessageAsync(call.Id, employee, new() { ["text"] = TextFor(employee) });
        await office.Mail.ArrivesAsync(Supervisor);
        await office.Mail.StopAsync();
        await office.Api.TakeMessageAsync(call.Id, "anna", new() { ["text"] = TextFor("anna") });
        await DeliveryAsync(office, call.Id, "anna", "was attempted", delivery => delivery is { Attempts: > 0, State: "Pending" });
        await office.Mail.StartAsync();

        foreach (var employee in _wayward.Append("anna"))
        {
            var delivery = await DeliveryAsync(office, call.Id, employee, "is delivered", seen => seen.State == "Delivered");
            Assert.True(delivery.Attempts > 1, $"{employee}: {delivery}");
            var mails = office.Mail.Messages().Where(mail => mail.TextBody!.Contains(TextFor(employee), StringComparison.Ordinal));
            Assert.Single(mails.Select(mail => mail.MessageId).Distinct());
        }

        await DeliveryAsync(office, call.Id, "nobody", "is given up", seen => seen.State == "Failed");
        var escalated = await office.Mail.ArrivesAsync(Supervisor);
        Assert.Contains(TextFor("nobody"), escalated.TextBody, StringComparison.Ordinal);
        await caller.HangUpAsync();
        Assert.Equal("MessageTaken", (await office.Api.EndsAsync(call.Id)).Outcome);
    }

    private static string Employee(string id) => $$"""  - { id: {{id}}, name: {{id}}, email: {{id}}@fox.example, numbers: ["+78124540109"] }""";

    private static string TextFor(string employee) => $"A message for {employee}.";

    private static async Task<Delivery> DeliveryAsync(Office office, string call, string employee, string what, Func<Delivery, bool> condition)
    {
        var seen = await office.Api.SeesAsync(call, $"has a message for {employee} that {what}", found => condition(Of(found)), _retries);
        return Of(seen);

        Delivery Of(Call found) => found.Messages.Single(message => message.Employee == employee).Delivery.First(delivery => delivery.Recipient.StartsWith(employee, StringComparison.Ordinal));
    }
}
