namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>A statement that changes rows.</summary>
/// <param name="Sql">Its text, with the parameters <c>@p0</c>, <c>@p1</c>, ….</param>
/// <param name="Values">Their values.</param>
internal sealed record StoreStatement(string Sql, params object?[] Values)
{
    /// <summary>Why it is refused when it changes nothing; null when it may.</summary>
    public Func<Exception>? Refusal { get; init; }
}
