namespace VirtualOffice.Sdk.Calls;

/// <summary>Which stage serves which part of a call's life.</summary>
internal static class CallStages
{
    private static readonly IntakeStage Intake = new();
    private static readonly GreetingStage Greeting = new();
    private static readonly ScriptStage Script = new();
    private static readonly QueueStage Queue = new();
    private static readonly WhisperStage Whisper = new();
    private static readonly CallingBackStage CallingBack = new();
    private static readonly ConversationStage Conversation = new();
    private static readonly TransferStage Transfer = new();
    private static readonly TransferredStage Transferred = new();
    private static readonly MessageStage Message = new();
    private static readonly AnnouncementStage Announcement = new();

    public static ICallStage For(CallStage stage) => stage switch
    {
        CallStage.Intake => Intake,
        CallStage.Greeting => Greeting,
        CallStage.Script => Script,
        CallStage.Ringing or CallStage.Queue or CallStage.Offer => Queue,
        CallStage.Whisper => Whisper,
        CallStage.CallingBack => CallingBack,
        CallStage.Conversation => Conversation,
        CallStage.Transfer => Transfer,
        CallStage.Transferred => Transferred,
        CallStage.Message => Message,
        CallStage.Announcement => Announcement,
        _ => throw new InvalidOperationException($"No stage serves {stage}."),
    };
}
