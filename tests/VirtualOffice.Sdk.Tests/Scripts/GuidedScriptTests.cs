using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Scripts;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;
using static VirtualOffice.Sdk.Tests.Scripts.ScriptedOffice;

namespace VirtualOffice.Sdk.Tests.Scripts;

/// <summary>Scripts that guide an operator.</summary>
public sealed class GuidedScriptTests
{
    private static readonly Script Guide = new(
        "guide",
        [
            Step("wait", "queue"),
            Step("hello", "say").With("text", "Good {daypart}, {company.name}, {operator.name} speaking. {who}"),
            Step("name", "ask").With("field", "who").With("text", "Who calls?").With("type", "name").With("required", "true"),
            Step("topic", "ask").With("field", "topic").With("type", "choice").With("choices", "tour", "visa"),
            Step("route", "branch").If("topic = visa", "anna").To("else", "take"),
            Step("anna", "transfer").With("to", "anna").To("failed", "take"),
            Step("take", "message").With("for", "boris"),
            Step("bye", "hangup"),
        ]);

    private readonly ScriptedOffice _office;

    public GuidedScriptTests()
    {
        _office = new ScriptedOffice([Guide, new Script("visa-guide", [Step("on", "queue"), Step("ask", "ask").With("field", "passport").With("masked", "true"), Step("take", "message")]) { When = new ScriptWhen(Visas) }]);
        _office.Office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        _office.Dial();
        _office.RunUntil(() => _office.Office.ReadCalls() is [{ Stage: CallStage.Conversation, Script.Step: "hello" }]);
    }

    private CallRecord Call => _office.Office.Call();

    [Fact]
    public void Show_FilledInTextAndWaysOut()
    {
        var screen = Screen();
        Assert.Equal(("guide", "v7", "hello", "say"), (screen.Name, screen.Version, screen.Step, screen.Kind));
        Assert.Contains("Fox Travel, Olga speaking.", screen.Text);
        Assert.Equal(["next"], screen.Exits);
        _office.Do((calls, id) => calls.AdvanceScriptAsync(id));
        screen = Screen();
        Assert.Equal(("name", "who", ScriptFieldType.Name, true, true), (screen.Step, screen.Field, screen.FieldType, screen.IsRequired, screen.CanGoBack));
    }

    [Fact]
    public void Answers_LeadToTheMessage_WhichKeepsTheScript()
    {
        Through("Ivan Petrov", "tour");
        Assert.Equal("take", Call.Script!.Step);
        _office.Do((calls, id) => calls.AdvanceScriptAsync(id));
        var message = Assert.Single(Call.Messages);
        Assert.Equal([new MessageField("who", "Ivan Petrov"), new MessageField("topic", "tour")], message.Fields);
        Assert.Equal((Boris, "guide", "v7"), (message.Employee, message.Script, message.ScriptVersion));
        Assert.Equal("bye", Call.Script!.Step);
        _office.Do((calls, id) => calls.AdvanceScriptAsync(id));
        Assert.Equal(CallOutcomeKind.MessageTaken, _office.RunUntilClosed().Outcome!.Kind);
    }

    [Fact]
    public void TakeMessage_IsPrefilledWithAnswers_TheDraftsOwnFieldsWin()
    {
        Save("who", "Ivan Petrov");
        Save("topic", "TOUR");
        _office.Do((calls, id) => calls.TakeMessageAsync(id, new MessageDraft(null, [new MessageField("Topic", "a cruise")])));
        Assert.Equal([new MessageField("Topic", "a cruise"), new MessageField("who", "Ivan Petrov")], Assert.Single(Call.Messages).Fields);
    }

    [Fact]
    public void Answer_TakenBack_IsThereNoMoreAndARequiredOneIsAskedAgain()
    {
        Save("who", "Ivan Petrov");
        Save("topic", "tour");
        Save("topic", " ");
        Assert.Equal(["who"], Call.Script!.Answers.Select(a => a.Field));
        _office.Do((calls, id) => calls.AdvanceScriptAsync(id));
        Save("who", "");
        Assert.Equal("name", Call.Script!.Step);
        Assert.Throws<CallCommandException>(() => _office.Do((calls, id) => calls.AdvanceScriptAsync(id)));
        Assert.Empty(Call.Script!.Answers);
    }

    [Fact]
    public void Branch_LeadsToTheTransfer_WhichAdvancingStarts_AndFailedGoesOn()
    {
        _office.Office.Pbx.SetPhone(SimulatedOffice.AnnaAtWork, SimulatedPhone.Busy);
        Through("Ivan Petrov", "visa");
        Assert.Equal("anna", Call.Script!.Step);
        _office.Do((calls, id) => calls.AdvanceScriptAsync(id));
        _office.RunUntil(() => Call.Transfers is [{ Result: TransferResult.Failed }] && Call.Stage == CallStage.Conversation);
        Assert.Equal("anna", Call.Script!.Step);
        _office.Do((calls, id) => calls.AdvanceScriptAsync(id, "failed"));
        Assert.Equal("take", Call.Script!.Step);
    }

    [Fact]
    public void BackAndJump_KeepTheAnswers()
    {
        Through("Ivan Petrov", "tour");
        _office.Do((calls, id) => calls.GoBackAsync(id));
        Assert.Equal("topic", Call.Script!.Step);
        _office.Do((calls, id) => calls.GoBackAsync(id));
        Assert.Equal("name", Call.Script!.Step);
        _office.Do((calls, id) => calls.GoToStepAsync(id, "take"));
        Assert.Equal(("take", "Ivan Petrov"), (Call.Script!.Step, Call.Script.Answer("who")));
        _office.Do((calls, id) => calls.GoBackAsync(id));
        Assert.Equal("name", Call.Script!.Step);
    }

    [Fact]
    public void SaveAnswer_Wrong_IsRefusedWithWhatIsAllowed()
    {
        Assert.Contains("one of tour, visa", Refused((calls, id) => calls.SaveAnswerAsync(id, "topic", "cruise")));
        Assert.Contains("it has who, topic", Refused((calls, id) => calls.SaveAnswerAsync(id, "colour", "red")));
        Assert.Contains("it has wait, hello", Refused((calls, id) => calls.GoToStepAsync(id, "nowhere")));
        Assert.Contains("no way out 'left'", Refused((calls, id) => calls.AdvanceScriptAsync(id, "left")));
        _office.Do((calls, id) => calls.AdvanceScriptAsync(id));
        Assert.Contains("needs an answer to 'who'", Refused((calls, id) => calls.AdvanceScriptAsync(id)));
        Assert.Empty(Call.Script!.Answers);
    }

    [Fact]
    public void SameCommandTwice_HasOneEffect_AlsoAfterARestart()
    {
        var command = CommandId.Parse("c1");
        _office.Do((calls, id) => calls.AdvanceScriptAsync(id, null, command));
        var version = Call.Version;
        _office.Do((calls, id) => calls.AdvanceScriptAsync(id, null, command));
        _office.Office.KillHost();
        _office.Office.StartHost();
        _office.Do((calls, id) => calls.AdvanceScriptAsync(id, null, command));
        Assert.Equal(("name", version), (Call.Script!.Step, Call.Version));
        Assert.Contains("for another command", Refused((calls, id) => calls.SaveAnswerAsync(id, "who", "Ivan", command)));
    }

    [Fact]
    public void SetCallType_NarrowerScript_IsFollowedWithTheAnswersKept()
    {
        Save("who", "Ivan Petrov");
        _office.Do((calls, id) => calls.SetCallTypeAsync(id, Visas));
        Assert.Equal(("visa-guide", "ask", Visas), (Call.Script!.Name, Call.Script.Step, Call.CallType));
        Save("passport", "AB 123");
        Assert.Equal("••••", Screen().Answers.Single(a => a.Field == "passport").Value);
        Assert.Equal("Ivan Petrov", Call.Script.Answer("who"));
        Assert.Contains("no call type", Refused((calls, id) => calls.SetCallTypeAsync(id, CallTypeId.Parse("none"))));
    }

    [Fact]
    public void WithoutAScript_CommandsAreRefusedAndMessagesAsEver()
    {
        var office = new ScriptedOffice([]);
        office.Office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        office.Dial();
        office.RunUntilStage(CallStage.Conversation);
        var refused = Assert.Throws<CallCommandException>(() => office.Do((calls, id) => calls.AdvanceScriptAsync(id)));
        Assert.Equal(CallCommandError.Invalid, refused.Error);
        Assert.Throws<CallCommandException>(() => office.Do((calls, id) => calls.TakeMessageAsync(id, new MessageDraft(null, []))));
    }

    private void Through(string who, string topic)
    {
        _office.Do((calls, id) => calls.AdvanceScriptAsync(id));
        Save("who", who);
        _office.Do((calls, id) => calls.AdvanceScriptAsync(id));
        Save("topic", topic);
        _office.Do((calls, id) => calls.AdvanceScriptAsync(id));
    }

    private void Save(string field, string value) => _office.Do((calls, id) => calls.SaveAnswerAsync(id, field, value));

    private string Refused(Func<ICalls, CallId, Task> command) => Assert.Throws<CallCommandException>(() => _office.Do(command)).Message;

    private ScriptScreen Screen()
    {
        ScriptScreen? screen = null;
        _office.Do(async (calls, id) => screen = await calls.ShowScriptAsync(id));
        return screen!;
    }
}
