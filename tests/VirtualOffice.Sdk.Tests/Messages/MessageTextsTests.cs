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
    [Fact]
    public void Template_IsFilledInWhenTheMessageIsTaken_OnceAndWithoutLookingAgain()
    {
        var message = Take(new MessageTemplate
        {
            Subject = "{company.name}: {caller.name} about {answers.topic}{answers.unknown}",
            Body = "For {employee.name}, {urgency}.\n{fields}\nCall {caller.number}, please. {not a field}",
        });

        Assert.Equal("Fox Travel: Ivan about {caller.number}", message.Subject);
        Assert.Equal("For Anna, routine.\ntopic: {caller.number}\ntext: hello\nCall +79215550101, please. {not a field}", message.Text);
        Assert.Equal(["topic", "text"], message.Fields.Select(f => f.Name));
    }

    [Fact]
    public void NoTemplate_LeavesTheChannelsTheirOwnWay()
    {
        var message = Take(null);
        Assert.Equal((null, null), (message.Subject, message.Text));
    }

    private static Message Take(MessageTemplate? template)
    {
        var usual = new SimulatedOffice().Definition;
        var known = new CallerRules { Known = [new KnownCaller(VirtualOffice.Sdk.Telephony.PhoneNumber.Parse("+79215550101"), "Ivan")] };
        var office = new SimulatedOffice(definition: usual with { Companies = [usual.Companies[0] with { MessageTemplate = template, Callers = known }] });
        office.StartHost();
        office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Answers(TimeSpan.FromSeconds(1)));
        office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101");
        office.RunUntilStage(CallStage.Conversation);
        var draft = new MessageDraft(SimulatedOffice.Anna, [new MessageField("topic", "{caller.number}"), new MessageField("text", "hello")]);
        return office.World.Run(() => office.Office.Calls.TakeMessageAsync(office.Call().Id, draft));
    }
}
