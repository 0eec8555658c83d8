using System.Runtime.InteropServices;

namespace GameNight.Native.OnnxRuntime;

/// <summary>What the library's only export, <c>OrtGetApiBase</c>, returns.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly unsafe struct OrtApiBase
{
    public readonly delegate* unmanaged<uint, OrtApi*> GetApi;
    public readonly delegate* unmanaged<nint> GetVersionString;
}
