namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>A message, as its deliveries need it.</summary>
internal sealed class MessageRow
{
    /// <summary>The message's id as 32 lower-case hexadecimal digits.</summary>
    public required string Id { get; set; }

    public required string CallId { get; set; }

    public required string Company { get; set; }

    public required string Json { get; set; }
}
