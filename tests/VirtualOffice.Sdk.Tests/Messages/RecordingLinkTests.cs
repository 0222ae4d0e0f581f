using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Messages;

/// <summary>Voice messages as links: for whom, for how long, and for nothing else.</summary>
public sealed class RecordingLinkTests
{
    private static readonly Uri Place = new("https://office.example/voice");

    [Fact]
    public void Linked_OpensTheVoiceMessageForAWeek()
    {
        var (office, notification) = Leave(MessageRecording.Linked, Place);
        var token = notification.RecordingLink!.AbsoluteUri[$"{Place}?token=".Length..];

        var opened = Open(office, token)!;

        Assert.Equal((notification.Delivery.Id, office.Call().Id, notification.Message.Recording), (opened.Delivery, opened.Call, opened.Recording));
        Assert.True(opened.Wav.ReadByte() == 'R');
        office.World.RunFor(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(5));
        Assert.Null(Open(office, token));
    }

    [Fact]
    public void Linked_TokenOfAnotherPurposeOrChanged_OpensNothing()
    {
        var (office, notification) = Leave(MessageRecording.Linked, Place);
        var acknowledge = notification.AcknowledgeLink!.AbsoluteUri["https://office.example/ack?token=".Length..];
        var token = notification.RecordingLink!.AbsoluteUri[$"{Place}?token=".Length..];
        Assert.Null(Open(office, acknowledge));
        Assert.Null(Open(office, token[..^1]));
        Assert.Null(Open(office, (token[0] == 'A' ? "B" : "A") + token[1..]));
        Assert.Null(office.World.Run(() => office.Office.Messages.AcknowledgeAsync(token)));
    }

    [Theory]
    [InlineData(MessageRecording.Attached, true)]
    [InlineData(MessageRecording.Linked, false)]
    public void Attached_OrNoPlaceForLinks_HasNone(MessageRecording way, bool hasPlace)
    {
        var (_, notification) = Leave(way, hasPlace ? Place : null);
        Assert.Null(notification.RecordingLink);
        Assert.NotNull(notification.OpenRecordingAsync);
    }

    private static LinkedRecording? Open(SimulatedOffice office, string token) => office.World.Run(() => office.Office.Messages.OpenRecordingAsync(token));

    private static (SimulatedOffice Office, Notification Notification) Leave(MessageRecording way, Uri? place)
    {
        var office = new SimulatedOffice(
            configure: options =>
            {
                options.WaitLimit = TimeSpan.FromSeconds(5);
                (options.RecordingUrl, options.AcknowledgeUrl, options.AcknowledgeSecret) = (place, new Uri("https://office.example/ack"), new string('s', 32));
            },
            definition: new OfficeDefinition(
                [
                    new CompanyDefinition
                    {
                        Id = SimulatedOffice.Fox,
                        Name = "Fox Travel",
                        Version = "v1",
                        Numbers = [PhoneNumber.Parse(SimulatedOffice.FoxNumber)],
                        MessagesTo = "office@fox.example",
                        Recording = new RecordingRules { InMessages = way },
                    },
                ],
                [new OperatorDefinition(SimulatedOffice.Olga, "Olga", SimulatedOffice.OlgasPhone, [SimulatedOffice.Fox])]));
        office.StartHost();
        office.Pbx.PlaceCall(SimulatedOffice.FoxNumber, "79215550101", behaviour: new SimulatedCaller { Message = TimeSpan.FromSeconds(5) });
        office.World.RunUntil(() => office.Mail.Delivered.Count > 0, TimeSpan.FromMinutes(5));
        return (office, office.Mail.Delivered[0]);
    }
}
