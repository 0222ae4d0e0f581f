namespace VirtualOffice.Sdk.Companies;

/// <summary>How a voice message goes with the e-mail that tells of it.</summary>
public enum MessageRecording
{
    /// <summary>As a file.</summary>
    Attached,

    /// <summary>As a link that works for a while, so that the voice itself stays in the office. As a file all the same where the office has no place for links.</summary>
    Linked,
}
