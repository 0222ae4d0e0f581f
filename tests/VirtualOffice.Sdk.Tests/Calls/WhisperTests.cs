using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Calls;

/// <summary>An operator who has answered hears which company it is before having the caller.</summary>
public sealed partial class WhisperTests
{
    private const string Prompt = "fox-travel/whisper";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private SimulatedOffice _office = null!;
    private SlowSpeech? _speech;

    private SimulatedParty Operator => _office.Pbx.FindParty(_office.Call().Offers[^1].Leg)!;

    private IEnumerable<string> Heard => Operator.Heard.Where(h => h.Sound.Kind == SoundKind.Prompt).Select(h => h.Sound.Prompt!);

    [Fact]
    public void Prompt_OperatorHearsItBeforeTheCallerWhoHearsNothingOfIt()
    {
        Open(new CompanyWhisper { Prompt = new RecordedPrompt(Prompt) });
        var caller = Call();
        _office.RunUntilStage(CallStage.Whisper);
        _office.World.RunFor(Second);

        Assert.Equal(Prompt, Operator.Hears!.Prompt);
        Assert.Equal(SoundKind.Ringing, caller.Hears!.Kind);
        Assert.Null(caller.AnsweredAt);

        _office.RunUntilStage(CallStage.Conversation);
        _office.World.RunFor(Second);
        Assert.Equal([Operator.Leg], caller.Hears!.Parties);
        Assert.Equal([caller.Leg], Operator.Hears!.Parties);
        Assert.DoesNotContain(caller.Heard, h => h.Sound.Kind == SoundKind.Prompt);
        Assert.True(caller.LongestSilence < Second, $"silent for {caller.LongestSilence}");
        Assert.Equal([CallSegmentKind.Automated, CallSegmentKind.Queue, CallSegmentKind.Operator], _office.Call().Segments.Select(s => s.Kind));
    }

    [Fact]
    public void CallerWhoWaitsWithMusic_HearsItUntilConnected()
    {
        Open(new CompanyWhisper { Prompt = new RecordedPrompt(Prompt) }, answersAfter: 8 * Second);
        var caller = Call();
        _office.RunUntilStage(CallStage.Whisper);
        _office.World.RunFor(Second);
        Assert.Equal(SoundKind.Music, caller.Hears!.Kind);
        Assert.Equal((0, 0, 0, 0), Counted());

        _office.RunUntilStage(CallStage.Conversation);
        Assert.Equal((1, 1, 0, 0), Counted());
        Assert.Equal(Whispered().At, _office.Call().ConnectedAt);
        _office.World.RunFor(Second);
        Assert.Equal([Operator.Leg], caller.Hears!.Parties);
        Assert.True(caller.LongestSilence < Second, $"silent for {caller.LongestSilence}");
    }

    [Fact]
    public void Name_WithARecordedOne_IsPlayed()
    {
        Open(CompanyWhisper.Name, spokenName: new RecordedPrompt("fox-travel/name"));
        Call();
        _office.RunUntilStage(CallStage.Conversation);
        Assert.Equal(["fox-travel/name"], Heard);
        Assert.Empty(_speech!.Texts);
    }

    [Fact]
    public void Name_WithoutARecordedOne_IsReadAloud()
    {
        Open(CompanyWhisper.Name with { Language = "en" });
        Call();
        _office.RunUntilStage(CallStage.Conversation);
        Assert.Equal([("Fox Travel", "en")], _speech!.Texts);
        Assert.Equal(["Fox Travel"], Heard);
    }

    [Fact]
    public void Text_IsReadRatherThanTheRecordedName_AndOnlyOnce()
    {
        Open(new CompanyWhisper { Text = "Fox, English" }, spokenName: new RecordedPrompt("fox-travel/name"));
        var first = Call();
        _office.RunUntilStage(CallStage.Conversation);
        first.HangUp();
        _office.RunUntilClosed();
        Call();
        _office.World.RunUntil(() => _office.ReadCalls()[^1].Stage == CallStage.Conversation, TimeSpan.FromMinutes(1));
        Assert.Equal([("Fox, English", null)], _speech!.Texts);
    }

    [Fact]
    public void Text_InAnOfficeThatReadsNothing_ConnectsAtOnceAndWarns()
    {
        Open(CompanyWhisper.Name, speech: null);
        Call();
        _office.RunUntilStage(CallStage.Conversation);
        Assert.DoesNotContain(Journaled(), e => e is WhisperEnded);
        Assert.Empty(Heard);
    }

    [Fact]
    public void Text_ThatCannotBeRead_Connects()
    {
        Open(CompanyWhisper.Name, speech: clock => new SlowSpeech(clock, Second, failsEvery: 1));
        Call();
        _office.RunUntilStage(CallStage.Conversation);
        Assert.False(Whispered().IsHeard);
        Assert.Empty(Heard);
    }

    [Fact]
    public void Text_ThatIsReadTooSlowly_ConnectsAtTheLimit()
    {
        Open(CompanyWhisper.Name, speech: clock => new SlowSpeech(clock, TimeSpan.FromMinutes(1)));
        Call();
        _office.RunUntilStage(CallStage.Conversation);
        Assert.InRange(Lasted(), 5 * Second, 5.1 * Second);
    }

    [Fact]
    public void Prompt_ThatThePbxDoesNotHave_ConnectsSoon()
    {
        Open(new CompanyWhisper { Prompt = new RecordedPrompt(Prompt) }, pbx: options => options.OtherPrompts = null);
        Call();
        _office.RunUntilStage(CallStage.Conversation);
        Assert.False(Whispered().IsHeard);
        Assert.True(Lasted() < 1.1 * Second, $"lasted {Lasted()}");
    }

    [Fact]
    public void Prompt_LongerThanTheLimit_IsCutShort()
    {
        Open(new CompanyWhisper { Prompt = new RecordedPrompt(Prompt) }, pbx: options => options.Prompts[Prompt] = TimeSpan.FromMinutes(2));
        var caller = Call();
        _office.RunUntilStage(CallStage.Conversation);
        _office.World.RunFor(Second);
        Assert.False(Whispered().IsHeard);
        Assert.InRange(Lasted(), 5 * Second, 5.1 * Second);
        Assert.Equal([caller.Leg], Operator.Hears!.Parties);
    }

    [Fact]
    public void CallerHangsUp_EndsItAtOnceAsAbandonedAndTheOperatorIsFree()
    {
        Open(new CompanyWhisper { Prompt = new RecordedPrompt(Prompt) });
        var caller = Call();
        _office.RunUntilStage(CallStage.Whisper);
        _office.World.RunFor(0.5 * Second);
        caller.HangUp();
        var hungUpAt = _office.Now;
        var call = _office.RunUntilClosed();

        Assert.Equal((CallOutcomeKind.Abandoned, CallStage.Whisper), (call.Outcome!.Kind, call.Outcome.Stage));
        Assert.Null(call.ConnectedAt);
        Assert.Equal((0, 0, 1, 1), Counted());
        Assert.True(Operator.EndedAt - hungUpAt < 0.5 * Second);
        _office.World.RunFor(Second);
        Assert.Equal(OperatorState.Available, _office.Office.Operators.Find(SimulatedOffice.Olga)!.State);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void OperatorHangsUp_TheCallerWaitsOnInTheOldPlaceAndTheNextHasTheCall(int after)
    {
        Open(new CompanyWhisper { Prompt = new RecordedPrompt(Prompt) });
        _office.Pbx.SetPhone(SimulatedOffice.PavelsPhone, SimulatedPhone.Answers(Second));
        var caller = Call();
        _office.RunUntilStage(CallStage.Whisper);
        _office.SetPresence(SimulatedOffice.Pavel, OperatorPresence.Available);
        _office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Offline);
        var place = _office.Call().EnqueuedAt;
        _office.World.RunFor(after * Second);
        Operator.HangUp();
        _office.RunUntilStage(CallStage.Conversation);
        _office.World.RunFor(Second);

        var call = _office.Call();
        Assert.Equal((SimulatedOffice.Pavel, place), (call.Operator, call.EnqueuedAt));
        Assert.Equal([Operator.Leg], caller.Hears!.Parties);
        Assert.Equal([Prompt], Heard);
        Assert.True(caller.LongestSilence < Second, $"silent for {caller.LongestSilence}");
    }

    [Fact]
    public void OperatorTakesAMessageMeanwhile_ItEndsAndTheCommandIsCarriedOut()
    {
        Open(new CompanyWhisper { Prompt = new RecordedPrompt(Prompt) });
        Call();
        _office.RunUntilStage(CallStage.Whisper);
        var id = _office.Call().Id;
        var taken = _office.Host!.Start(() => _office.Office.Calls.TakeMessageAsync(id, new MessageDraft(null, [new MessageField("Text", "call me")])));
        _office.World.RunUntil(() => taken.IsCompleted, 2 * Second);

        Assert.True(taken.IsCompletedSuccessfully, taken.Exception?.Message);
        Assert.Single(_office.Call().Messages);
        Assert.True(Lasted() < Second, $"lasted {Lasted()}");
    }

    [Fact]
    public void CallBack_OperatorHearsItBeforeTheCallerIsDialled()
    {
        Open(new CompanyWhisper { Prompt = new RecordedPrompt(Prompt) }, definition => definition with { Callbacks = new CallbackRules { Automatic = true } });
        _office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Offline);
        var caller = Call();
        _office.RunUntilStage(CallStage.Queue);
        caller.HangUp();
        _office.RunUntilClosed();
        _office.Pbx.SetPhone(PhoneNumber.Parse("+79215550101"), SimulatedPhone.Answers(2 * Second));
        _office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        _office.World.RunUntil(() => _office.ReadCalls()[^1].Stage == CallStage.Whisper, TimeSpan.FromMinutes(2));
        Assert.Null(_office.ReadCalls()[^1].CallerDialledAt);
        _office.World.RunUntil(() => _office.ReadCalls()[^1].Stage == CallStage.Conversation, TimeSpan.FromMinutes(2));

        var call = _office.ReadCalls()[^1];
        Assert.True(call.CallerDialledAt - call.Offers[0].EndedAt >= 3 * Second);
    }

    private void Open(
        CompanyWhisper whisper,
        Func<CompanyDefinition, CompanyDefinition>? change = null,
        RecordedPrompt? spokenName = null,
        TimeSpan? answersAfter = null,
        Action<SimulatedPbxOptions>? pbx = null) => Open(whisper, clock => new SlowSpeech(clock, 0.2 * Second), change, spokenName, answersAfter, pbx);

    private void Open(
        CompanyWhisper whisper,
        Func<TimeProvider, SlowSpeech>? speech,
        Func<CompanyDefinition, CompanyDefinition>? change = null,
        RecordedPrompt? spokenName = null,
        TimeSpan? answersAfter = null,
        Action<SimulatedPbxOptions>? pbx = null)
    {
        var options = new SimulatedPbxOptions();
        pbx?.Invoke(options);
        var usual = new SimulatedOffice().Definition;
        var fox = usual.Companies[0] with { SpokenName = spokenName, Queue = new QueueRules { Whisper = whisper } };
        _office = new SimulatedOffice(configure: o => o.WrapUp = TimeSpan.Zero, definition: usual with { Companies = [change?.Invoke(fox) ?? fox] }, pbx: options);
        if (speech is not null)
        {
            _speech = speech(_office.World.Clock);
            _office.Compose = office => office.UseSpeech(_speech);
        }

        _office.StartHost();
        _office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Answers(answersAfter ?? Second));
        _office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
    }

    private SimulatedParty Call() => _office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101");

    private IReadOnlyList<CallEvent> Journaled() => _office.World.Run(() => _office.Journal.ReadAsync(_office.ReadCalls()[^1].Id, CancellationToken.None))!.Events;

    private (int Answered, int AnsweredInTime, int Abandoned, int AbandonedInTime) Counted()
    {
        var level = _office.World.Run(() => _office.Office.Queues.ListAsync()).Single().Recent;
        return (level.Answered, level.AnsweredInTime, level.Abandoned, level.AbandonedInTime);
    }

    private WhisperEnded Whispered() => Journaled().OfType<WhisperEnded>().Single();

    private TimeSpan Lasted() => Whispered().At - _office.Call().Offers[^1].EndedAt!.Value;
}
