using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>
/// Where a call stands among those an operator could take; the smallest is taken. The one rule for every <see cref="CompanyChoice"/>: first by group, then by value, then who came first.
/// <list type="table">
/// <item><term>LongestWait</term><description>one group; the value is the static key, <c>EnqueuedAt − head start</c></description></item>
/// <item><term>CompanyOrder</term><description>the group is the company's place in the operator's assignments; the value is the static key</description></item>
/// <item><term>Weighted</term><description>the stricter band is the smaller group; the value is <c>−(now − EnqueuedAt + head start) × weight</c></description></item>
/// </list>
/// Of a lane it is always the head that is smallest, so only heads are compared.
/// </summary>
internal readonly record struct CallRank(int Group, long Value, long Sequence)
{
    public bool Precedes(in CallRank other) =>
        Group != other.Group ? Group < other.Group : Value != other.Value ? Value < other.Value : Sequence < other.Sequence;
}
