namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>The one row that is written to prove that the database can be written.</summary>
internal sealed class StoreCheckRow
{
    public int Id { get; set; }

    public long Count { get; set; }
}
