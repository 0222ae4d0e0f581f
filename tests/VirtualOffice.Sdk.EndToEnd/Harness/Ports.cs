using System.Net;
using System.Net.Sockets;

namespace VirtualOffice.Sdk.EndToEnd.Harness;

/// <summary>
/// A block of ports for this run, below the range that the system hands out by itself. The block's first port is held
/// as a lock, so that several runs on one machine stay apart.
/// </summary>
internal sealed class Ports
{
    private const int First = 21000;
    private const int BlockSize = 400;
    private const int Blocks = 25;

    private readonly TcpListener _lock;
    private readonly int _block;
    private int _signalling;
    private int _phoneMedia;
    private int _callerMedia;
    private int _speech;

    private Ports(TcpListener held, int block)
    {
        _lock = held;
        _block = block;
    }

    public static Ports Mine { get; } = Take();

    public int Sip => _block + 1;
    public int Ari => _block + 2;
    public int FrontDesk => _block + 3;
    public int Smtp => _block + 4;
    public int Carrier => _block + 20;
    public int Device(int number) => Carrier + number;
    public int RtpStart => _block + 200;
    public int RtpEnd => _block + BlockSize - 2;

    /// <summary>For one SIPp that calls.</summary>
    public int NextSignalling() => _block + 50 + (_signalling++ % 50);

    /// <summary>For the media of one SIPp that is called, which takes up to four ports and keeps them for a whole test.</summary>
    public int NextPhoneMedia() => _block + 100 + (_phoneMedia++ % 5 * 4);

    /// <summary>For the media of one SIPp that calls, which takes up to four ports.</summary>
    public int NextCallerMedia() => _block + 120 + (_callerMedia++ % 10 * 4);

    /// <summary>For the test's own media.</summary>
    public int NextSpeech() => _block + 160 + (_speech++ % 20 * 2);

    private static Ports Take()
    {
        for (var i = 0; i < Blocks; i++)
        {
            var block = First + (i * BlockSize);
            var held = new TcpListener(IPAddress.Loopback, block) { ExclusiveAddressUse = true };
            try
            {
                held.Start();
                if (IsFree(block))
                    return new Ports(held, block);
            }
            catch (SocketException)
            {
                // Another run has it.
            }

            held.Dispose();
        }

        throw new InvalidOperationException($"All {Blocks} blocks of ports from {First} on are taken.");
    }

    /// <summary>Whether nobody else on the machine uses a port of the block: who asks the system for one may be given any.</summary>
    private static bool IsFree(int block)
    {
        try
        {
            for (var port = block + 1; port < block + BlockSize; port++)
            {
                using var udp = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { ExclusiveAddressUse = true };
                udp.Bind(new IPEndPoint(IPAddress.Loopback, port));
                using var tcp = new TcpListener(IPAddress.Loopback, port);
                tcp.Start();
            }

            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
