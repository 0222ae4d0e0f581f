using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;

namespace VirtualOffice.Sdk.Tests.Messages;

/// <summary>A company says how its messages read.</summary>
public sealed class MessageTextsTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Template_IsFilledInWhenTheMessageIsTaken_OnceAndWithoutLookingAgain(bool isLate)
    {
        var message = Take(isLate, new MessageTemplate
        {
            Subject = "{company.name}: {caller.name} about {answers.topic}{answers.unknown}",
            Body = "For {employee.name} from {operator.name}, {urgency}.\n{fields}\nCall {caller.number}, please. {not a field}",
        });

        Assert.Equal("Fox Travel: Ivan about {caller.number}", message.Subject);
        Assert.Equal("For Anna from Olga, routine.\ntopic: {caller.number}\ntext: hello\nCall +79215550101, please. {not a field}", message.Text);
        Assert.Equal(["topic", "text"], message.Fields.Select(f => f.Name));
    }

    [Fact]
    public void NoTemplate_LeavesTheChannelsTheirOwnWay()
    {
        var message = Take(isLate: false, null);
        Assert.Equal((null, null), (message.Subject, message.Text));
    }

    [Fact]
    public void Example_SaysWhatTheTemplateSays_AndWhichMergeFieldsThereAre()
    {
        var usual = new SimulatedOffice().Definition;
        var office = new SimulatedOffice(definition: usual);
        office.StartHost();
        var company = usual.Companies[0] with { MessageTemplate = new MessageTemplate { Subject = "{caller.name} for {employee.name}", Body = "{fields}\n{operator.name}" } };

        var example = office.Office.Messages.ExampleFor(company);

        Assert.Equal("Ivan Petrov for Anna", example.Message.Subject);
        Assert.StartsWith("name: Ivan Petrov\nphone: +79215550101\n", example.Message.Text, StringComparison.Ordinal);
        Assert.EndsWith("\nOlga", example.Message.Text, StringComparison.Ordinal);
        Assert.Contains("answers.text", example.MergeFields);
        Assert.All(example.MergeFields.Except(["callType", "language"]), name => Assert.NotEqual("", Filled(office, company, name)));
    }

    private static string? Filled(SimulatedOffice office, CompanyDefinition company, string name) =>
        office.Office.Messages.ExampleFor(company with { MessageTemplate = new MessageTemplate { Subject = $"{{{name}}}" } }).Message.Subject;

    private static Message Take(bool isLate, MessageTemplate? template)
    {
        var usual = new SimulatedOffice().Definition;
        var known = new CallerRules { Known = [new KnownCaller(VirtualOffice.Sdk.Telephony.PhoneNumber.Parse("+79215550101"), "Ivan")] };
        var office = new SimulatedOffice(definition: usual with { Companies = [usual.Companies[0] with { MessageTemplate = template, Callers = known }] });
        office.StartHost();
        office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Answers(TimeSpan.FromSeconds(1)));
        office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        var caller = office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101", behaviour: SimulatedCaller.Passive);
        office.RunUntilStage(CallStage.Conversation);
        if (isLate)
        {
            caller.HangUp();
            office.RunUntilClosed();
        }

        var draft = new MessageDraft(SimulatedOffice.Anna, [new MessageField("topic", "{caller.number}"), new MessageField("text", "hello")]);
        return office.World.Run(() => office.Office.Calls.TakeMessageAsync(office.Call().Id, draft));
    }
}
