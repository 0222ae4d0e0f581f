using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Calls;

/// <content>When the host is killed or the PBX is lost meanwhile.</content>
public sealed partial class WhisperTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public void HostIsKilledMeanwhile_TheNextOneConnectsThemWithinTheLimit(int after)
    {
        Open(new CompanyWhisper { Prompt = new RecordedPrompt(Prompt) });
        var caller = Call();
        _office.RunUntilStage(CallStage.Whisper);
        _office.World.RunFor(after * Second);
        _office.KillHost();
        _office.World.RunFor(Second);
        _office.StartHost();
        _office.RunUntilStage(CallStage.Conversation, 10 * Second);
        _office.World.RunFor(Second);

        Assert.Equal([caller.Leg], Operator.Hears!.Parties);
        Assert.Single(Journaled(), e => e is WhisperEnded);
        Assert.True(caller.LongestSilence < Second, $"silent for {caller.LongestSilence}");
    }

    [Fact]
    public void PbxIsLostMeanwhile_TheyAreConnectedWhenItIsBack()
    {
        Open(new CompanyWhisper { Prompt = new RecordedPrompt(Prompt) });
        var caller = Call();
        _office.RunUntilStage(CallStage.Whisper);
        _office.Pbx.DropConnection();
        _office.World.RunFor(20 * Second);
        _office.RunUntilStage(CallStage.Conversation, 20 * Second);
        _office.World.RunFor(Second);
        Assert.Equal([caller.Leg], Operator.Hears!.Parties);
    }
}
