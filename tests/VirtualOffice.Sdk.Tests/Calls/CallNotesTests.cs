using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Calls;

/// <summary>What is noted of a call: drafts, questions; and what a message would become.</summary>
public sealed class CallNotesTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly SimulatedOffice _office;
    private readonly SimulatedParty _caller;

    public CallNotesTests()
    {
        _office = new SimulatedOffice();
        _office.StartHost();
        _office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Answers(Second));
        _office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        _caller = _office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101", behaviour: SimulatedCaller.Passive);
        _office.RunUntilStage(CallStage.Conversation);
    }

    private CallId Id => _office.Call().Id;

    [Fact]
    public void Draft_SavedFieldByField_SurvivesTheHost()
    {
        Run(calls => calls.SaveDraftAsync(Id, [new MessageField("name", "Ivan"), new MessageField("text", "Two rooms")]));
        Run(calls => calls.SaveDraftAsync(Id, [new MessageField("text", "Two rooms, and the dogs"), new MessageField("name", "")]));
        _office.KillHost();
        _office.StartHost();
        _office.World.RunFor(2 * Second);

        Assert.Equal([KeyValuePair.Create("text", "Two rooms, and the dogs")], _office.Call().Draft);
        Assert.Equal(CallStage.Conversation, _office.Call().Stage);
    }

    [Fact]
    public void Draft_OfAnEndedCall_IsSavedOnceForACommand()
    {
        var id = Id;
        _caller.HangUp();
        _office.RunUntilClosed();
        var command = CommandId.Parse("draft-1");
        Run(calls => calls.SaveDraftAsync(id, [new MessageField("text", "late")], command));
        var version = _office.Call().Version;
        Run(calls => calls.SaveDraftAsync(id, [new MessageField("text", "late")], command));

        Assert.Equal(("late", version), (_office.Call().Draft["text"], _office.Call().Version));
    }

    [Fact]
    public void Draft_OfACallThatNoHostHasTakenUpYet_IsRefusedForNow_AndTheCallGoesOn()
    {
        var (id, version) = (Id, _office.Call().Version);
        _office.KillHost();
        _office.Pbx.Faults.ConnectError = TelephonyError.Unavailable;
        _office.StartHost(wait: false);
        _office.World.RunFor(2 * Second);
        Assert.Equal(CallCommandError.Unavailable, Refused(calls => calls.SaveDraftAsync(id, [new MessageField("text", "too early")])).Error);
        Assert.Equal(version, _office.Call().Version);

        _office.Pbx.Faults.ConnectError = null;
        _office.World.RunFor(TimeSpan.FromMinutes(1));
        Run(calls => calls.SaveDraftAsync(id, [new MessageField("text", "now")]));
        Assert.Equal(("now", CallStage.Conversation), (_office.Call().Draft["text"], _office.Call().Stage));
        Assert.Equal(SoundKind.Parties, _caller.Hears?.Kind);
    }

    [Fact]
    public void Draft_NotValid_IsRefused()
    {
        Assert.Equal(CallCommandError.Invalid, Refused(calls => calls.SaveDraftAsync(Id, [])).Error);
        Assert.Equal(CallCommandError.Invalid, Refused(calls => calls.SaveDraftAsync(Id, [new MessageField("", "x")])).Error);
        Assert.Equal(CallCommandError.Invalid, Refused(calls => calls.SaveDraftAsync(Id, [new MessageField("text", new string('x', 10_001))])).Error);
        Assert.Equal(CallCommandError.UnknownCall, Refused(calls => calls.SaveDraftAsync(new CallId(Guid.NewGuid()), [new MessageField("text", "x")])).Error);
    }

    [Fact]
    public void Question_NotedAgain_TakesTheEarlierOnesPlace()
    {
        Run(calls => calls.NoteQuestionAsync(Id, new AskedQuestion("May I bring a dog?", IsAnswered: false) { Faq = "pets", By = SimulatedOffice.Olga }));
        Run(calls => calls.NoteQuestionAsync(Id, new AskedQuestion("And a cat?", IsAnswered: false)));
        Run(calls => calls.NoteQuestionAsync(Id, new AskedQuestion("May I bring a dog?", IsAnswered: true) { Faq = "pets" }));
        _office.KillHost();
        _office.StartHost();
        _office.World.RunFor(2 * Second);

        Assert.Equal([("pets", true), (null, false)], _office.Call().Questions.Select(q => (q.Faq, q.IsAnswered)));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("two\nlines", null)]
    [InlineData("May I?", "no spaces")]
    public void Question_NotValid_IsRefused(string text, string? faq) =>
        Assert.Equal(CallCommandError.Invalid, Refused(calls => calls.NoteQuestionAsync(Id, new AskedQuestion(text, true) { Faq = faq })).Error);

    [Fact]
    public void Preview_SaysToWhomItGoesAndKeepsNothing()
    {
        _office.World.RunFor(TimeSpan.FromSeconds(2));
        var version = _office.Call().Version;
        var preview = Run(calls => calls.PreviewMessageAsync(Id, new MessageDraft(SimulatedOffice.Anna, [new MessageField("text", "Call me")])));
        Assert.Equal([new MessageField("text", "Call me")], preview.Message.Fields);
        Assert.Equal(SimulatedOffice.Anna, preview.Message.Employee);
        Assert.Equal((version, 0), (_office.Call().Version, _office.Call().Messages.Count));

        var taken = Run(calls => calls.TakeMessageAsync(Id, new MessageDraft(SimulatedOffice.Anna, [new MessageField("text", "Call me")])));
        Assert.Equal(preview.Message.EmployeeName, taken.EmployeeName);
        var deliveries = Run(_ => _office.Office.Messages.ListDeliveriesAsync(Id));
        Assert.Equal(preview.Deliveries.Select(d => (d.Channel, d.Recipient)), deliveries.Select(d => (d.Channel, d.Recipient)));
        Assert.Equal(CallCommandError.Invalid, Refused(calls => calls.PreviewMessageAsync(Id, new MessageDraft(null, []))).Error);
    }

    private T Run<T>(Func<ICalls, Task<T>> command)
    {
        T answer = default!;
        var done = _office.Host!.Start(async () => answer = await command(_office.Office.Calls));
        _office.World.RunUntil(() => done.IsCompleted, 2 * Second);
        Assert.True(done.IsCompletedSuccessfully, done.Exception?.ToString());
        return answer;
    }

    private void Run(Func<ICalls, Task> command) => Run(async calls =>
    {
        await command(calls);
        return true;
    });

    private CallCommandException Refused(Func<ICalls, Task> command)
    {
        var done = _office.Host!.Start(() => command(_office.Office.Calls));
        _office.World.RunUntil(() => done.IsCompleted, 2 * Second);
        return Assert.IsType<CallCommandException>(done.Exception!.InnerException);
    }
}
