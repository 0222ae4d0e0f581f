using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Documents.Tests;

/// <summary>How a document says who is told of messages, when, and when not.</summary>
public sealed class MessagesOfACompanyTests
{
    [Fact]
    public async Task LoadAsync_SeveralInOneTurnHeldAndQuiet_AreRead()
    {
        var fox = await ReadAsync("""
            quietHours: "22:00-08:00"
            digests:
              - { at: "18:00", to: messagesTo }
              - { at: "9:30", to: anna, by: email }
            dispatch:
              - steps:
                  - { to: [anna, "+79210000001"], by: voice, every: 5m, times: 4 }
                  - { to: recipient, hold: true }
            """);
        var steps = fox.Dispatch[0].Steps;
        Assert.Equal(("anna", "+79210000001", "voice", 4), (steps[0].To, Assert.Single(steps[0].Then), steps[0].Channel, steps[0].Times));
        Assert.True(steps[1].Hold);
        Assert.Equal(new QuietHours(new TimeOnly(22, 0), new TimeOnly(8, 0)), fox.QuietHours);
        Assert.Equal([new DigestRule(new TimeOnly(18, 0), "messagesTo"), new DigestRule(new TimeOnly(9, 30), "anna") { Channel = "email" }], fox.Digests);
    }

    [Fact]
    public async Task LoadAsync_GroupsListsAndLinks_AreRead()
    {
        var fox = await ReadAsync("""
            groups: [{ id: tours, name: Tours, members: [anna] }]
            onCall: [{ id: night, name: Night, default: [anna] }]
            recording: { inMessages: link }
            dispatch:
              - steps: [{ to: ["on-call:night", "group:tours"], by: voice }]
            """);
        var step = fox.Dispatch[0].Steps[0];
        Assert.Equal(("on-call:night", "group:tours"), (step.To, Assert.Single(step.Then)));
        Assert.Equal(MessageRecording.Linked, fox.Recording.InMessages);
    }

    [Theory]
    [InlineData("dispatch: [{ steps: [{ to: \"on-call:nite\" }] }]\nonCall: [{ id: night, name: Night, default: [anna] }]", "dispatch[0].steps[0].to: found 'on-call:nite'; allowed is recipient, messagesTo, the id of an employee, group:ID, on-call:ID, or an address with '@', '+' or '/' in it (did you mean 'on-call:night'?).")]
    [InlineData("quietHours: \"22:00\"", "quietHours: found '22:00'; allowed is two different times, such as \"22:00-08:00\".")]
    [InlineData("digests: [{ at: noon, to: anna }]", "digests[0].at: found 'noon'; allowed is a time such as \"18:00\".")]
    [InlineData("digests: [{ at: \"18:00\", to: ana }]", "digests[0].to: found 'ana'; allowed is messagesTo, the id of an employee, or an address with '@', '+' or '/' in it (did you mean 'anna'?).")]
    [InlineData("dispatch: [{ steps: [{ to: [anna, ana] }] }]", "dispatch[0].steps[0].to[1]: found 'ana'; allowed is recipient, messagesTo, the id of an employee, group:ID, on-call:ID, or an address with '@', '+' or '/' in it (did you mean 'anna'?).")]
    [InlineData("dispatch: [{ steps: [{ to: anna, by: sms, hold: true }] }]", "dispatch[0].steps[0].hold: found 'true'; allowed is true only in a step without by, every and times: the message is kept, and not sent.")]
    public async Task LoadAsync_Wrong_IsToldWithWhatIsAllowed(string lines, string expected)
    {
        using var folder = Folder(lines);
        Assert.EndsWith(expected, await folder.ProblemsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadAsync_ScenariosBesideACompany_AreNoCompany()
    {
        using var folder = Folder("").Write("fox.scenarios.yaml", "scenarios: []");
        Assert.Single((await folder.LoadAsync()).Companies);
    }

    private static TestFolder Folder(string lines) => new TestFolder().WriteValid().Write("fox.yaml", $"{TestFolder.Company.TrimEnd()}\n{lines}\n");

    private static async Task<CompanyDefinition> ReadAsync(string lines)
    {
        using var folder = Folder(lines);
        return (await folder.LoadAsync()).Companies[0];
    }
}
