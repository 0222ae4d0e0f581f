namespace VirtualOffice.Sdk.Documents;

/// <summary>A definition and where it stands.</summary>
internal sealed record Located<T>(T Value, string File, DocumentNode Node);
