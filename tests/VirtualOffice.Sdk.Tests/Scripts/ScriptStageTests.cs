using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Scripts;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Telephony;
using static VirtualOffice.Sdk.Tests.Scripts.ScriptedOffice;

namespace VirtualOffice.Sdk.Tests.Scripts;

/// <summary>Scripts that serve callers without an operator.</summary>
public sealed class ScriptStageTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static readonly ScriptStep Bye = Step("bye", "hangup");

    private static ScriptStep Menu => Step("menu", "menu").With("prompt", "menu").With("wait", "4s").With("tries", "2").To("1", "info").To("2", "ask").To("timeout", "bye");

    [Fact]
    public void Play_HeardToItsEnd_InformationIsGiven()
    {
        var office = new ScriptedOffice([Of(Step("hours", "play").With("prompt", "our-hours"), Bye)]);
        office.Dial();
        var call = office.RunUntilClosed();
        Assert.Equal((CallOutcomeKind.InformationGiven, CallStage.Script), (call.Outcome!.Kind, call.Outcome.Stage));
        Assert.Equal(["our-hours"], office.HeardPrompts);
        Assert.Empty(office.Office.ReadCallbacks());
        Assert.Equal([CallSegmentKind.Automated], call.Segments.Select(s => s.Kind));
    }

    [Fact]
    public void Play_HungUpInTheMiddle_IsAbandoned()
    {
        var office = new ScriptedOffice([Of(Step("hours", "play").With("prompt", "our-hours"), Bye)]);
        office.Dial();
        office.RunUntil(() => office.Caller.Hears?.Kind == SoundKind.Prompt);
        office.Caller.HangUp();
        var call = office.RunUntilClosed();
        Assert.Equal((CallOutcomeKind.Abandoned, CallStage.Script), (call.Outcome!.Kind, call.Outcome.Stage));
        Assert.Single(office.Office.ReadCallbacks());
    }

    [Fact]
    public void Menu_KeyPressed_LeadsToItsStep_AndStopsThePrompt()
    {
        var office = new ScriptedOffice([Of(Menu, Step("info", "play").With("prompt", "info"), Bye, Step("ask", "play").With("prompt", "other").To("next", "bye"))]).WhenHeard("menu", "2");
        office.Dial();
        var call = office.RunUntilClosed();
        Assert.Equal(["menu", "other"], office.HeardPrompts);
        Assert.Equal("bye", call.Script!.Step);
        Assert.True(office.Caller.LongestSilence < 2 * Second, $"silent for {office.Caller.LongestSilence}");
    }

    [Fact]
    public void Menu_NoKey_IsAskedAgainWithMusicBetween_AndLeftByTimeout()
    {
        var office = new ScriptedOffice([Of(Menu, Step("info", "play").With("prompt", "info").To("next", "bye"), Step("ask", "goto").To("next", "info"), Bye)]);
        office.Dial();
        var call = office.RunUntilClosed();
        Assert.Equal(["menu", "menu"], office.HeardPrompts);
        Assert.Equal(CallOutcomeKind.Abandoned, call.Outcome!.Kind);
        Assert.Contains(office.Caller.Heard, h => h.Sound.Kind == SoundKind.Music);
        Assert.True(office.Caller.LongestSilence < 2 * Second, $"silent for {office.Caller.LongestSilence}");
    }

    [Fact]
    public void Menu_WrongKeys_AreLeftByInvalid()
    {
        var menu = Menu.To("invalid", "info");
        var office = new ScriptedOffice([Of(menu, Step("info", "play").With("prompt", "info"), Step("ask", "goto").To("next", "bye"), Bye)]).WhenHeard("menu", "9", "8");
        office.Dial();
        var call = office.RunUntilClosed();
        Assert.Equal(["menu", "menu", "info"], office.HeardPrompts);
        Assert.Equal(CallOutcomeKind.InformationGiven, call.Outcome!.Kind);
    }

    [Fact]
    public void Collect_DigitsAndHash_AreTheAnswer_TooFewAreAskedAgain()
    {
        var office = new ScriptedOffice([Of(Step("order", "collect").With("field", "order").With("prompt", "enter").With("min", "4").With("max", "8"), Step("take", "message"), Bye)]).WhenHeard("enter", "12#", "123456#");
        office.Dial(behaviour: new SimulatedCaller { Message = 5 * Second });
        var call = office.RunUntilClosed();
        Assert.Equal("123456", call.Script!.Answer("order"));
        var message = Assert.Single(call.Messages);
        Assert.Equal([new MessageField("order", "123456")], message.Fields);
        Assert.Equal(("main", "v7", MessageKind.Voice), (message.Script, message.ScriptVersion, message.Kind));
    }

    [Fact]
    public void Ask_MaskedNumber_IsKeptAndNotShown()
    {
        var office = new ScriptedOffice([Of(Step("pin", "ask").With("field", "pin").With("prompt", "enter").With("type", "number").With("masked", "true"), Step("take", "message"), Bye)]).WhenHeard("enter", "4711#");
        office.Dial(behaviour: new SimulatedCaller { Message = 5 * Second });
        var call = office.RunUntilClosed();
        var answer = Assert.Single(call.Script!.Answers);
        Assert.Equal(("4711", true, "••••"), (answer.Value, answer.IsMasked, answer.Shown));
        Assert.Equal("••••", Assert.Single(Assert.Single(call.Messages).Fields).Value);
        Assert.DoesNotContain("4711", new AnswerSaved(answer.At, "pin", "4711") { IsMasked = true }.ToString());
    }

    [Fact]
    public void Ask_ChoiceAndDate_AreKeyedIn()
    {
        var office = new ScriptedOffice(
            [
                Of(
                    Step("what", "ask").With("field", "topic").With("prompt", "topic").With("type", "choice").With("choices", "tours", "visas"),
                    Step("when", "ask").With("field", "day").With("prompt", "day").With("type", "date"),
                    Step("route", "branch").If("topic = visas and day > 2026-12-01", "yes").To("else", "bye"),
                    Step("yes", "play").With("prompt", "yes"),
                    Bye),
            ]).WhenHeard("topic", "2").WhenHeard("day", "31122026#");
        office.Dial();
        var call = office.RunUntilClosed();
        Assert.Equal(("visas", "2026-12-31"), (call.Script!.Answer("topic"), call.Script.Answer("day")));
        Assert.Contains("yes", office.HeardPrompts);
    }

    [Fact]
    public void BranchAndSet_Run_ChooseTheWay()
    {
        var office = new ScriptedOffice(
            [
                Of(
                    Step("mark", "set").With("field", "who").With("value", "{caller.number}").With("callType", "visas").With("language", "de"),
                    Step("route", "branch").If("caller.vip and callType = visas and language = de and not caller.anonymous and who contains 5550", "nice").To("else", "bye"),
                    Step("nice", "play").With("prompt", "nice"),
                    Bye),
            ],
            callers: new CallerRules { Known = [new KnownCaller(PhoneNumber.Parse("+79215550101"), "Ivan") { Priority = CallPriority.Vip }] });
        office.Dial();
        var call = office.RunUntilClosed();
        Assert.Equal(["nice"], office.HeardPrompts);
        Assert.Equal((Visas, "de", "+79215550101"), (call.CallType, call.Language, call.Script!.Answer("who")));
    }

    [Fact]
    public void Queue_OperatorAccepts_AndTheScriptGoesOnWithThem()
    {
        var office = new ScriptedOffice([Of(Step("intro", "play").With("prompt", "intro"), Step("wait", "queue"), Step("hello", "say").With("text", "Hello"))]);
        office.Office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        office.Dial();
        office.RunUntilStage(CallStage.Conversation);
        office.RunUntil(() => office.Office.Call().Script!.Step == "hello");
        office.Caller.HangUp();
        Assert.Equal(CallOutcomeKind.Completed, office.RunUntilClosed().Outcome!.Kind);
    }

    [Fact]
    public void Queue_First_RingsAsWithoutAScript()
    {
        var office = new ScriptedOffice([Of(Step("wait", "queue"), Step("hello", "say").With("text", "Hello"))]);
        office.Dial();
        office.RunUntilStage(CallStage.Ringing);
        Assert.Null(office.Office.Call().AnsweredAt);
    }

    [Fact]
    public void Queue_Left_GoesOnByItsExit()
    {
        var office = new ScriptedOffice([Of(Step("wait", "queue").To("left", "sorry"), Step("hello", "say").With("text", "Hello").To("next", "bye"), Step("sorry", "play").With("prompt", "sorry"), Bye)]);
        office.Dial();
        var call = office.RunUntilClosed();
        Assert.Equal((QueueExit.WaitLimit, CallOutcomeKind.InformationGiven), (call.QueueExit, call.Outcome!.Kind));
        Assert.Equal(["sorry"], office.HeardPrompts);
    }

    [Fact]
    public void Queue_LeftWithoutAnExit_IsAMessageAsEver()
    {
        var office = new ScriptedOffice([Of(Step("wait", "queue"), Step("hello", "say").With("text", "Hello"))]);
        office.Dial(behaviour: new SimulatedCaller { Message = 4 * Second });
        Assert.Equal(CallOutcomeKind.MessageTaken, office.RunUntilClosed().Outcome!.Kind);
    }

    [Fact]
    public void Transfer_Answered_ConnectsWithoutAnOperator()
    {
        var office = new ScriptedOffice([Of(Step("anna", "transfer").With("to", "anna"), Step("take", "message"), Bye)]);
        office.Office.Pbx.SetPhone(SimulatedOffice.AnnaAtWork, SimulatedPhone.Answers(2 * Second, talks: 10 * Second));
        office.Dial();
        var call = office.RunUntilClosed();
        Assert.Equal(CallOutcomeKind.Transferred, call.Outcome!.Kind);
        Assert.Null(call.Operator);
        Assert.Contains(office.Caller.Heard, h => h.Sound.Kind == SoundKind.Music);
    }

    [Fact]
    public void Transfer_NobodyAnswers_GoesOnByFailed()
    {
        var office = new ScriptedOffice([Of(Step("anna", "transfer").With("to", "anna").To("failed", "sorry"), Step("sorry", "play").With("prompt", "sorry"), Step("take", "message").With("for", "boris"), Bye)]);
        office.Office.Pbx.SetPhone(SimulatedOffice.AnnaAtWork, SimulatedPhone.Busy);
        office.Dial(behaviour: new SimulatedCaller { Message = 4 * Second });
        var call = office.RunUntilClosed();
        Assert.Equal((CallOutcomeKind.MessageTaken, Boris), (call.Outcome!.Kind, call.Messages[0].Employee));
        Assert.Equal("sorry", office.HeardPrompts[0]);
    }

    [Fact]
    public void Escalate_EachInTurn_UntilOneAnswers()
    {
        var office = new ScriptedOffice([Of(Step("help", "escalate").With("to", "anna", "boris"), Step("take", "message"), Bye)]);
        office.Office.Pbx.SetPhone(SimulatedOffice.AnnaAtWork, SimulatedPhone.NeverAnswers);
        office.Office.Pbx.SetPhone(BorisAtWork, SimulatedPhone.Answers(2 * Second, talks: 10 * Second));
        office.Dial();
        var call = office.RunUntilClosed();
        Assert.Equal([SimulatedOffice.Anna, Boris], call.Transfers.Select(t => t.Employee));
        Assert.Equal(CallOutcomeKind.Transferred, call.Outcome!.Kind);
    }

    [Fact]
    public void Message_WithAPromptOfItsOwn_AndTheScriptGoesOnAfterIt()
    {
        var office = new ScriptedOffice([Of(Step("take", "message").With("prompt", "tell-us").With("urgent", "true"), Step("thanks", "play").With("prompt", "we-will-call"), Bye)], isOpen: false);
        office.Dial(behaviour: SimulatedCaller.Passive);
        office.RunUntil(() => office.Caller.Hears?.Kind == SoundKind.Listening);
        office.Caller.Speak(6 * Second);
        var call = office.RunUntilClosed();
        Assert.Equal((CallOutcomeKind.MessageTaken, MessageUrgency.Urgent), (call.Outcome!.Kind, call.Messages[0].Urgency));
        Assert.Equal("tell-us", office.HeardPrompts[0]);
        Assert.Equal("we-will-call", office.HeardPrompts[^1]);
    }

    [Theory]
    [InlineData("79215550101", CallOutcomeKind.CallbackScheduled, 1)]
    [InlineData(null, CallOutcomeKind.Abandoned, 0)]
    public void Callback_IsPromisedToWhoHasANumber(string? number, CallOutcomeKind outcome, int tasks)
    {
        var office = new ScriptedOffice([Of(Step("later", "callback").With("prompt", "we-will-call"), Bye)]);
        office.Dial(caller: number);
        var call = office.RunUntilClosed();
        Assert.Equal((outcome, tasks), (call.Outcome!.Kind, office.Office.ReadCallbacks().Count));
    }

    [Fact]
    public void Record_Spoken_IsStored()
    {
        var office = new ScriptedOffice([Of(Step("say", "record").With("field", "address").With("prompt", "say-address").With("limit", "20s"), Step("check", "branch").If("address is not empty", "thanks").To("else", "bye"), Step("thanks", "play").With("prompt", "thanks"), Bye)]);
        office.Dial(behaviour: SimulatedCaller.Passive);
        office.RunUntil(() => office.Caller.Hears?.Kind == SoundKind.Listening);
        office.Caller.Speak(6 * Second);
        var call = office.RunUntilClosed();
        var recording = call.Recordings.Single(r => r.Field == "address");
        Assert.Equal((RecordingState.Stored, recording.Id.ToString()), (recording.State, call.Script!.Answer("address")));
        Assert.Empty(call.Messages);
        Assert.Equal("thanks", office.HeardPrompts[^1]);
    }

    [Fact]
    public void Closed_ScriptForClosedHours_ServesAndOthersAsEver()
    {
        var night = new Script("night", [Step("info", "play").With("prompt", "night"), Bye]) { When = new ScriptWhen(null, ScriptHours.Closed) };
        var office = new ScriptedOffice([night], isOpen: false);
        office.Dial();
        Assert.Equal(CallOutcomeKind.InformationGiven, office.RunUntilClosed().Outcome!.Kind);

        var open = new ScriptedOffice([night]);
        open.Dial();
        open.RunUntilStage(CallStage.Ringing);
        Assert.Null(open.Office.Call().Script);
    }

    [Fact]
    public void CallType_ByTheNumberDialled_TakesItsScript()
    {
        var common = new Script("common", [Step("info", "play").With("prompt", "common"), Bye]);
        var visas = new Script("visas", [Step("info", "play").With("prompt", "visas"), Bye]) { When = new ScriptWhen(Visas) };
        var office = new ScriptedOffice([common, visas]);
        office.Dial(VisaNumber);
        var call = office.RunUntilClosed();
        Assert.Equal((Visas, "en", "visas"), (call.CallType, call.Language, call.Script!.Name));
        Assert.Equal(["visas"], office.HeardPrompts);
    }

    [Fact]
    public void StepOfTheHost_RunsAndLeavesByItsExit()
    {
        var office = new ScriptedOffice([Of(Step("survey", "survey").To("happy", "thanks"), Step("sorry", "play").With("prompt", "sorry").To("next", "bye"), Step("thanks", "play").With("prompt", "thanks"), Bye)], steps: [new SurveyStep()]).WhenHeard("rate", "5");
        office.Dial();
        var call = office.RunUntilClosed();
        Assert.Equal(["rate", "thanks"], office.HeardPrompts);
        Assert.Equal("5", call.Script!.Answer("score"));
    }

    [Theory]
    [InlineData("throw")]
    [InlineData("hang")]
    [InlineData("odd")]
    public void StepOfTheHost_ThatFails_IsLeftByNext(string how)
    {
        var office = new ScriptedOffice([Of(Step("survey", "survey").With("how", how), Step("sorry", "play").With("prompt", "sorry"), Bye)], steps: [new SurveyStep()]);
        office.Dial();
        var call = office.RunUntilClosed();
        Assert.Equal(["sorry"], office.HeardPrompts);
        Assert.Equal(CallOutcomeKind.InformationGiven, call.Outcome!.Kind);
        Assert.True(office.Caller.LongestSilence < 2 * Second, $"silent for {office.Caller.LongestSilence}");
    }

    [Fact]
    public void WrongScript_StopsTheStart()
    {
        var company = new ScriptedOffice([]).Office.Definition.Companies[0] with { Scripts = [Of(Step("say", "sayy"))] };
        var error = Assert.Throws<OfficeDefinitionException>(() => new ScriptKinds([]).RefuseWrongScripts([company]));
        Assert.Contains("did you mean 'say'?", error.Message);
    }

    /// <summary>Whenever the host is killed, the caller comes to the same end, and nothing is done twice.</summary>
    [Fact]
    public void HostKilledAtAnyMoment_TheScriptGoesOnWhereItWas()
    {
        for (var at = 1; at <= 60; at++)
        {
            var office = new ScriptedOffice(
                [
                    Of(
                        Step("welcome", "play").With("prompt", "welcome"),
                        Menu with { Exits = [new ScriptExit("1", "order"), new ScriptExit("timeout", "menu2"), new ScriptExit("invalid", "menu2")] },
                        Step("menu2", "goto").To("next", "menu"),
                        Step("order", "collect").With("field", "order").With("prompt", "enter").With("max", "4").To("invalid", "order"),
                        Step("anna", "transfer").With("to", "anna"),
                        Step("take", "message"),
                        Bye),
                ]);
            office.Office.Pbx.SetPhone(SimulatedOffice.AnnaAtWork, SimulatedPhone.Busy);
            office.Dial(behaviour: new SimulatedCaller { Message = 4 * Second });
            office.WhenHeard("menu", "1", "1", "1", "1").WhenHeard("enter", "1234", "1234", "1234", "1234");
            var kill = office.Office.Now + (at * TimeSpan.FromMilliseconds(300));
            office.RunUntil(() => office.Office.Now >= kill || office.Office.ReadCalls() is [{ IsClosed: true }]);
            office.Office.KillHost();
            office.Office.World.RunFor(Second);
            office.Office.StartHost();
            var call = office.RunUntilClosed();
            Assert.Equal((at, CallOutcomeKind.MessageTaken), (at, call.Outcome!.Kind));
            Assert.Equal((at, "1234"), (at, call.Script!.Answer("order")));
            Assert.Single(call.Messages);
            Assert.Single(call.Transfers);
            Assert.InRange(office.HeardPrompts.Count(p => p == "welcome"), 1, 2);
        }
    }

    private sealed class SurveyStep : IScriptStep
    {
        public string Name => "survey";

        public ScriptStepKind Kind { get; } = new("survey", "Asks how it was.") { Settings = [new StepSetting("how", StepSettingType.Text)], Exits = [ScriptExit.Next, "happy"] };

        public string Show(ScriptStep step, CallRecord call) => "Ask how it was.";

        public async ValueTask<string> RunAsync(ScriptStep step, IScriptCall call, CancellationToken cancellationToken)
        {
            switch (step.Text("how"))
            {
                case "throw":
                    throw new InvalidOperationException("no survey today");
                case "hang":
                    await new TaskCompletionSource().Task;
                    break;
                case "odd":
                    return "nowhere";
            }

            var score = await call.ReadKeysAsync(new RecordedPrompt("rate"), 1, TimeSpan.FromSeconds(5));
            await call.SaveAsync("score", score ?? "");
            return score == "5" ? "happy" : ScriptExit.Next;
        }
    }
}
