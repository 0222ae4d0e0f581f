using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Recordings;

namespace VirtualOffice.Sdk.Messages;

/// <summary>A voice message that somebody opens by the link in a message.</summary>
/// <param name="Delivery">The delivery that carried the link.</param>
/// <param name="Call">The call the message was left in.</param>
/// <param name="Company">Whose it is.</param>
/// <param name="Recording">The recording.</param>
/// <param name="Wav">The voice message as a WAV file; whoever asked for it disposes it.</param>
public sealed record LinkedRecording(DeliveryId Delivery, CallId Call, CompanyId Company, RecordingId Recording, Stream Wav);
