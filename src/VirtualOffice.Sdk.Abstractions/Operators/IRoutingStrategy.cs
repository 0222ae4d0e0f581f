namespace VirtualOffice.Sdk.Operators;

/// <summary>
/// Decides which of the free operators who may take a call is asked first: by a sort key, computed when an operator becomes free and kept until the operator is busy again.
/// Who may take a call at all (assignment, skills, ring, having declined it) is not the strategy's business.
/// </summary>
/// <remarks>Called within decisions: must be quick, must not block, and sees one operator at a time. One that throws or is slow is replaced by the longest idle operator first.</remarks>
public interface IRoutingStrategy
{
    /// <summary>The name company documents know it by; unique in an office.</summary>
    string Name { get; }

    /// <summary>The sort key; the operator with the smallest is asked first, of equals the one idle the longest.</summary>
    long SortKey(in OperatorFacts facts);
}
