namespace VirtualOffice.Sdk;

/// <summary>Makes ids; safe for concurrent use.</summary>
public interface IIdSource
{
    /// <summary>A new UUID version 7, whose order is that of creation to the millisecond.</summary>
    Guid NewId();
}
