using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Recordings;

namespace VirtualOffice.Sdk.Stores;

/// <summary>A recording and the call it belongs to.</summary>
/// <param name="Call">The call.</param>
/// <param name="Company">The company; null when none has the number.</param>
/// <param name="Recording">The recording.</param>
public sealed record RecordingEntry(CallId Call, CompanyId? Company, CallRecording Recording);
