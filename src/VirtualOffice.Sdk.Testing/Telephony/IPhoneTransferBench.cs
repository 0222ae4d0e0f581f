using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Testing;

/// <summary>What a test bench can do in addition when its PBX reports transfers asked for at phones (<see cref="IPhoneTransfers"/>).</summary>
public interface IPhoneTransferBench
{
    /// <summary>Asks at the device's phone, in the call it has answered last, that the other side be transferred blindly.</summary>
    Task AskForTransferAsync(string to, CancellationToken cancellationToken);

    /// <summary>Asks at the device's phone, in the call it has answered last, that the other side be connected with who is talked to on its second line.</summary>
    Task AskForTransferAsync(ITestParty secondLine, CancellationToken cancellationToken);

    /// <summary>Lets the device's phone call somebody by itself.</summary>
    Task<ITestParty> CallFromDeviceAsync(string dialled, CancellationToken cancellationToken);

    /// <summary>Waits until the device's phone has been told this of the transfer it asked for; false when the bench's deadline passes before.</summary>
    Task<bool> IsToldAsync(PhoneTransferState state, CancellationToken cancellationToken);
}
