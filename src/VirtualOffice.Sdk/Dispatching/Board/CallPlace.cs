namespace VirtualOffice.Sdk.Dispatching.Board;

/// <summary>Where a call stands.</summary>
internal enum CallPlace : byte
{
    /// <summary>The slot is free.</summary>
    Nowhere,

    /// <summary>In its lane, or about to be.</summary>
    Waiting,

    /// <summary>Apart from its lane, for the one operator it was promised to.</summary>
    Apart,

    /// <summary>Offered to one operator or several.</summary>
    Offered,

    /// <summary>With an operator.</summary>
    OnCall,
}
