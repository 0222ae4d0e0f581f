using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.Stores;

/// <summary>A journal was not at the version its writer expected: somebody else wrote, or an earlier write of unknown result was carried out.</summary>
public sealed class JournalConflictException : VirtualOfficeException
{
    /// <summary>Creates the exception.</summary>
    public JournalConflictException(CallId call, long expectedVersion, Exception? innerException = null)
        : base($"The journal of call {call} is not at version {expectedVersion}.", innerException)
    {
        Call = call;
        ExpectedVersion = expectedVersion;
    }

    /// <summary>The call.</summary>
    public CallId Call { get; }

    /// <summary>The version the writer expected.</summary>
    public long ExpectedVersion { get; }
}
