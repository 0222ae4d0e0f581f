using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Stores;

/// <summary>A timed segment of an ended call.</summary>
/// <param name="Call">The call.</param>
/// <param name="Number">The segment's place in the call, from 1.</param>
/// <param name="Company">The company; null when none has the number.</param>
/// <param name="Segment">The segment.</param>
public sealed record SegmentEntry(CallId Call, int Number, CompanyId? Company, CallSegment Segment);
