namespace VirtualOffice.Sdk.Recordings;

/// <summary>A recording in the store.</summary>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">The SHA-256 of its bytes, 64 lower-case hexadecimal digits.</param>
/// <param name="Duration">Its length, as its WAV header and size say.</param>
public sealed record StoredRecording(long Bytes, string Sha256, TimeSpan Duration);
