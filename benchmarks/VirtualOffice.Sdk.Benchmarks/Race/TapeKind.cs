namespace VirtualOffice.Sdk.Benchmarks.Race;

/// <summary>What happens in the office.</summary>
internal enum TapeKind : byte
{
    Arrive,
    Release,
    ReleaseToWrapUp,
    EndWrapUp,
    EndBreak,
    Abandon,
}
