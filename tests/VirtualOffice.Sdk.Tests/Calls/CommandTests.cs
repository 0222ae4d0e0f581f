using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Tests.Calls;

/// <summary>The same command twice: one effect, one answer.</summary>
public sealed class CommandTests
{
    private static readonly CommandId Id = CommandId.Parse("d2f1");
    private static readonly MessageDraft Draft = new(SimulatedOffice.Anna, [new MessageField("text", "call me")]);

    private readonly SimulatedOffice _office = new();
    private readonly SimulatedParty _caller;

    public CommandTests()
    {
        _office.StartHost();
        _office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Answers(TimeSpan.FromSeconds(1)));
        _office.Pbx.SetPhone(SimulatedOffice.AnnaAtWork, SimulatedPhone.Busy);
        _office.Pbx.SetPhone(SimulatedOffice.AnnaMobile, SimulatedPhone.Busy);
        _office.SetPresence(SimulatedOffice.Olga, OperatorPresence.Available);
        _caller = _office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101");
        _office.RunUntilStage(CallStage.Conversation);
    }

    [Fact]
    public void TakeMessageAsync_SameCommandTwice_TakesOneMessageAndAnswersAlike()
    {
        var first = Take(Draft);
        var second = Take(Draft);

        Assert.Equal(first.Id, second.Id);
        Assert.Single(_office.Call().Messages);
    }

    [Fact]
    public void TakeMessageAsync_SameCommandAfterTheCall_AnswersAlike()
    {
        var first = Take(Draft);
        _caller.HangUp();
        _office.RunUntilClosed();

        Assert.Equal(first.Id, Take(Draft).Id);
    }

    [Fact]
    public void TakeMessageAsync_SameCommandAfterARestart_TakesNoSecondMessage()
    {
        var first = Take(Draft);
        _office.KillHost();
        _office.StartHost();
        _office.World.RunFor(TimeSpan.FromSeconds(1));

        Assert.Equal(first.Id, Take(Draft).Id);
        Assert.Single(_office.Call().Messages);
    }

    [Fact]
    public void TakeMessageAsync_OtherPayloadUnderTheSameId_IsAConflict()
    {
        Take(Draft);

        var error = Assert.Throws<CallCommandException>(() => Take(Draft with { Fields = [new MessageField("text", "don't call me")] }));

        Assert.Equal(CallCommandError.Conflict, error.Error);
        Assert.Single(_office.Call().Messages);
    }

    [Fact]
    public void TransferAsync_SameCommandTwice_TransfersOnce()
    {
        Run(call => _office.Office.Calls.TransferAsync(call, SimulatedOffice.Anna, Id));
        _office.World.RunFor(TimeSpan.FromSeconds(10));

        Run(call => _office.Office.Calls.TransferAsync(call, SimulatedOffice.Anna, Id));

        _office.World.RunFor(TimeSpan.FromSeconds(10));
        Assert.Single(_office.Call().Transfers);
        Assert.Equal(CallStage.Conversation, _office.Call().Stage);
    }

    [Fact]
    public void TransferAsync_UnderAMessagesId_IsAConflict()
    {
        Take(Draft);

        Assert.Equal(
            CallCommandError.Conflict,
            Assert.Throws<CallCommandException>(() => Run(call => _office.Office.Calls.TransferAsync(call, SimulatedOffice.Anna, Id))).Error);
    }

    private Message Take(MessageDraft draft) => Run(call => _office.Office.Calls.TakeMessageAsync(call, draft, Id));

    private T Run<T>(Func<CallId, Task<T>> command)
    {
        var call = _office.Call().Id;
        var running = _office.Host!.Start(() => command(call));
        _office.World.RunUntil(() => running.IsCompleted, TimeSpan.FromMinutes(1));
        return running.GetAwaiter().GetResult();
    }
}
