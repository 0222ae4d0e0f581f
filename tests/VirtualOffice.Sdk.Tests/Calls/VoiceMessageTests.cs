using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Simulation;

namespace VirtualOffice.Sdk.Tests.Calls;

public sealed class VoiceMessageTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void NobodyThere_MusicThenPromptThenMessage_IsTakenAndDelivered()
    {
        var office = new SimulatedOffice(configure: options => options.WaitLimit = 30 * Second);
        office.StartHost();
        var caller = office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101", behaviour: new SimulatedCaller { Message = 8 * Second });
        var call = office.RunUntilClosed();
        Assert.Equal(CallOutcomeKind.MessageTaken, call.Outcome!.Kind);
        Assert.Equal(QueueExit.WaitLimit, call.QueueExit);
        Assert.Equal(MessageKind.Voice, Assert.Single(call.Messages).Kind);
        Assert.Equal(
            [SoundKind.Ringing, SoundKind.Music, SoundKind.Prompt, SoundKind.Beep, SoundKind.Listening],
            caller.Heard.Select(h => h.Sound.Kind).Where(k => k is not (SoundKind.Silence or SoundKind.RingingByPbx)).Distinct());
        office.World.RunFor(10 * Second);
        var mail = Assert.Single(office.Mail.Delivered);
        Assert.Equal("office@fox.example", mail.Delivery.Recipient);
        Assert.NotNull(mail.OpenRecordingAsync);
        Assert.All(call.Recordings, r => Assert.NotNull(r.Stored));
    }

    [Fact]
    public void CallerWhoSaysNothing_IsAbandonedInTheMessageStage()
    {
        var office = new SimulatedOffice(configure: options => options.WaitLimit = 10 * Second);
        office.StartHost();
        office.Pbx.PlaceCall(SimulatedOffice.FoxNumber);
        var call = office.RunUntilClosed();
        Assert.Equal((CallOutcomeKind.Abandoned, CallStage.Message), (call.Outcome!.Kind, call.Outcome.Stage));
        Assert.Empty(call.Messages);
    }

    [Fact]
    public void ClosedCompany_AsksForAMessageAtOnce()
    {
        var office = new SimulatedOffice(hours: new WeeklyHours { Intervals = [] });
        office.StartHost();
        office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, behaviour: new SimulatedCaller { Message = 5 * Second });
        var call = office.RunUntilClosed();
        Assert.Equal(CallOutcomeKind.MessageTaken, call.Outcome!.Kind);
        Assert.Empty(call.Offers);
    }

    [Fact]
    public void DeliveryThatFailsAtFirst_IsRepeatedUnderTheSameId()
    {
        var office = new SimulatedOffice(configure: options => options.WaitLimit = 10 * Second);
        var attempts = new List<DeliveryId>();
        office.Mail.Answer = notification =>
        {
            attempts.Add(notification.Delivery.Id);
            return attempts.Count < 4 ? DeliveryAttempt.RetryLater("451 try later") : DeliveryAttempt.Delivered();
        };
        office.StartHost();
        office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, behaviour: new SimulatedCaller { Message = 5 * Second });
        office.World.RunUntil(() => office.Mail.Delivered.Count == 1, TimeSpan.FromHours(1));
        Assert.Single(attempts.Distinct());
    }

    [Fact]
    public void ReportThatTheFirstAttemptToRecordFailedComesLate_MessageIsKept()
    {
        var office = new SimulatedOffice(configure: options => options.WaitLimit = 10 * Second);
        var attempts = 0;
        office.Pbx.Faults.OnCommand = command =>
        {
            if (command.Name != "StartRecording")
            {
                return CommandFault.None;
            }

            // The first is of the whole call.
            attempts++;
            office.Pbx.Faults.MaxEventDelay = attempts == 2 ? 10 * Second : TimeSpan.Zero;
            if (attempts != 2)
            {
                return CommandFault.None;
            }

            office.Pbx.Faults.FailNextRecording("no space");
            return CommandFault.ReplyLost;
        };
        office.StartHost();
        office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, behaviour: new SimulatedCaller { Message = 30 * Second });
        var call = office.RunUntilClosed();
        Assert.Equal(3, attempts);
        Assert.Equal(CallOutcomeKind.MessageTaken, call.Outcome!.Kind);
        Assert.All(call.Recordings, r => Assert.NotNull(r.Stored));
    }
}
