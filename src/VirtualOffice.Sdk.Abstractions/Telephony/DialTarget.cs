namespace VirtualOffice.Sdk.Telephony;

/// <summary>Where a leg is dialled to. Only validated numbers and registered devices exist as targets.</summary>
public abstract record DialTarget
{
    private protected DialTarget()
    {
    }
}

/// <summary>An operator's phone at the PBX.</summary>
public sealed record DeviceTarget(DeviceId Device) : DialTarget;

/// <summary>A number on the public network, dialled through the trunk that the provider's options name.</summary>
public sealed record NumberTarget(PhoneNumber Number) : DialTarget;
