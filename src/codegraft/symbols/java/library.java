/*
 * The part of the Java library that name resolution knows: public and protected types, and the types of what they take
 * and give. Signatures alone, one package after the other; parameters have no names of their own. Types that stand alone
 * under their simple name here are written so, whatever package they are of.
 */
package java.io;
class BufferedInputStream extends FilterInputStream {
  protected byte[] buf;
  protected int count;
  protected int pos;
  protected int markpos;
  protected int marklimit;
  BufferedInputStream(InputStream a) {}
  BufferedInputStream(InputStream a, int b) {}
  int read();
  int read(byte[] a, int b, int c);
  long skip(long a);
  int available();
  void mark(int a);
  void reset();
  boolean markSupported();
  void close();
  long transferTo(OutputStream a);
}
class BufferedOutputStream extends FilterOutputStream {
  protected byte[] buf;
  protected int count;
  BufferedOutputStream(OutputStream a) {}
  BufferedOutputStream(OutputStream a, int b) {}
  void write(int a);
  void write(byte[] a, int b, int c);
  void flush();
}
class BufferedReader extends Reader {
  BufferedReader(Reader a, int b) {}
  BufferedReader(Reader a) {}
  int read();
  int read(char[] a, int b, int c);
  String readLine();
  long skip(long a);
  boolean ready();
  boolean markSupported();
  void mark(int a);
  void reset();
  void close();
  Stream<String> lines() {}
}
class BufferedWriter extends Writer {
  BufferedWriter(Writer a) {}
  BufferedWriter(Writer a, int b) {}
  void write(int a);
  void write(char[] a, int b, int c);
  void write(String a, int b, int c);
  void newLine();
  void flush();
  void close();
}
class ByteArrayInputStream extends InputStream {
  protected byte[] buf;
  protected int pos;
  protected int mark;
  protected int count;
  ByteArrayInputStream(byte[] a) {}
  ByteArrayInputStream(byte[] a, int b, int c) {}
  int read();
  int read(byte[] a, int b, int c);
  byte[] readAllBytes();
  int readNBytes(byte[] a, int b, int c);
  long transferTo(OutputStream a);
  long skip(long a);
  int available();
  boolean markSupported();
  void mark(int a);
  void reset();
  void close();
}
class ByteArrayOutputStream extends OutputStream {
  protected byte[] buf;
  protected int count;
  ByteArrayOutputStream() {}
  ByteArrayOutputStream(int a) {}
  void write(int a);
  void write(byte[] a, int b, int c);
  void writeBytes(byte[] a);
  void writeTo(OutputStream a);
  void reset();
  byte[] toByteArray();
  int size();
  String toString();
  String toString(String a);
  String toString(java.nio.charset.Charset a);
  String toString(int a);
  void close();
}
class CharArrayReader extends Reader {
  protected char[] buf;
  protected int pos;
  protected int markedPos;
  protected int count;
  CharArrayReader(char[] a) {}
  CharArrayReader(char[] a, int b, int c) {}
  int read();
  int read(char[] a, int b, int c);
  int read(java.nio.CharBuffer a);
  long skip(long a);
  boolean ready();
  boolean markSupported();
  void mark(int a);
  void reset();
  void close();
}
class CharArrayWriter extends Writer {
  protected char[] buf;
  protected int count;
  CharArrayWriter() {}
  CharArrayWriter(int a) {}
  void write(int a);
  void write(char[] a, int b, int c);
  void write(String a, int b, int c);
  void writeTo(Writer a);
  CharArrayWriter append(CharSequence a);
  CharArrayWriter append(CharSequence a, int b, int c);
  CharArrayWriter append(char a);
  void reset();
  char[] toCharArray();
  int size();
  String toString();
  void flush();
  void close();
  Writer append(char a);
  Writer append(CharSequence a, int b, int c);
  Writer append(CharSequence a);
  Appendable append(char a);
  Appendable append(CharSequence a, int b, int c);
  Appendable append(CharSequence a);
}
class CharConversionException extends IOException {
  CharConversionException() {}
  CharConversionException(String a) {}
}
interface Closeable extends AutoCloseable {
  void close();
}
class Console implements Flushable {
  PrintWriter writer();
  Reader reader();
  Console format(String a, Object... b);
  Console format(Locale a, String b, Object... c);
  Console printf(String a, Object... b);
  Console printf(Locale a, String b, Object... c);
  String readLine(String a, Object... b);
  String readLine(Locale a, String b, Object... c);
  String readLine();
  char[] readPassword(String a, Object... b);
  char[] readPassword(Locale a, String b, Object... c);
  char[] readPassword();
  void flush();
  java.nio.charset.Charset charset();
  boolean isTerminal();
}
interface DataInput {
  void readFully(byte[] a);
  void readFully(byte[] a, int b, int c);
  int skipBytes(int a);
  boolean readBoolean();
  byte readByte();
  int readUnsignedByte();
  short readShort();
  int readUnsignedShort();
  char readChar();
  int readInt();
  long readLong();
  float readFloat();
  double readDouble();
  String readLine();
  String readUTF();
}
class DataInputStream extends FilterInputStream implements DataInput {
  DataInputStream(InputStream a) {}
  int read(byte[] a);
  int read(byte[] a, int b, int c);
  void readFully(byte[] a);
  void readFully(byte[] a, int b, int c);
  int skipBytes(int a);
  boolean readBoolean();
  byte readByte();
  int readUnsignedByte();
  short readShort();
  int readUnsignedShort();
  char readChar();
  int readInt();
  long readLong();
  float readFloat();
  double readDouble();
  String readLine();
  String readUTF();
  static String readUTF(DataInput a);
}
interface DataOutput {
  void write(int a);
  void write(byte[] a);
  void write(byte[] a, int b, int c);
  void writeBoolean(boolean a);
  void writeByte(int a);
  void writeShort(int a);
  void writeChar(int a);
  void writeInt(int a);
  void writeLong(long a);
  void writeFloat(float a);
  void writeDouble(double a);
  void writeBytes(String a);
  void writeChars(String a);
  void writeUTF(String a);
}
class DataOutputStream extends FilterOutputStream implements DataOutput {
  protected int written;
  DataOutputStream(OutputStream a) {}
  void write(int a);
  void write(byte[] a, int b, int c);
  void flush();
  void writeBoolean(boolean a);
  void writeByte(int a);
  void writeShort(int a);
  void writeChar(int a);
  void writeInt(int a);
  void writeLong(long a);
  void writeFloat(float a);
  void writeDouble(double a);
  void writeBytes(String a);
  void writeChars(String a);
  void writeUTF(String a);
  int size();
}
class EOFException extends IOException {
  EOFException() {}
  EOFException(String a) {}
}
interface Externalizable extends Serializable {
  void writeExternal(ObjectOutput a);
  void readExternal(ObjectInput a);
}
class File implements Serializable, Comparable<File> {
  static char separatorChar;
  static String separator;
  static char pathSeparatorChar;
  static String pathSeparator;
  File(String a) {}
  File(String a, String b) {}
  File(File a, String b) {}
  File(java.net.URI a) {}
  String getName();
  String getParent();
  File getParentFile();
  String getPath();
  boolean isAbsolute();
  String getAbsolutePath();
  File getAbsoluteFile();
  String getCanonicalPath();
  File getCanonicalFile();
  java.net.URL toURL();
  java.net.URI toURI();
  boolean canRead();
  boolean canWrite();
  boolean exists();
  boolean isDirectory();
  boolean isFile();
  boolean isHidden();
  long lastModified();
  long length();
  boolean createNewFile();
  boolean delete();
  void deleteOnExit();
  String[] list();
  String[] list(FilenameFilter a);
  File[] listFiles();
  File[] listFiles(FilenameFilter a);
  File[] listFiles(FileFilter a);
  boolean mkdir();
  boolean mkdirs();
  boolean renameTo(File a);
  boolean setLastModified(long a);
  boolean setReadOnly();
  boolean setWritable(boolean a, boolean b);
  boolean setWritable(boolean a);
  boolean setReadable(boolean a, boolean b);
  boolean setReadable(boolean a);
  boolean setExecutable(boolean a, boolean b);
  boolean setExecutable(boolean a);
  boolean canExecute();
  static File[] listRoots();
  long getTotalSpace();
  long getFreeSpace();
  long getUsableSpace();
  static File createTempFile(String a, String b, File c);
  static File createTempFile(String a, String b);
  int compareTo(File a);
  boolean equals(Object a);
  int hashCode();
  String toString();
  Path toPath();
  int compareTo(Object a);
}
class FileDescriptor {
  static FileDescriptor in;
  static FileDescriptor out;
  static FileDescriptor err;
  FileDescriptor() {}
  boolean valid();
  void sync();
}
interface FileFilter {
  boolean accept(File a);
}
class FileInputStream extends InputStream {
  FileInputStream(String a) {}
  FileInputStream(File a) {}
  FileInputStream(FileDescriptor a) {}
  int read();
  int read(byte[] a);
  int read(byte[] a, int b, int c);
  byte[] readAllBytes();
  byte[] readNBytes(int a);
  long transferTo(OutputStream a);
  long skip(long a);
  int available();
  void close();
  FileDescriptor getFD();
  java.nio.channels.FileChannel getChannel();
}
class FileNotFoundException extends IOException {
  FileNotFoundException() {}
  FileNotFoundException(String a) {}
}
class FileOutputStream extends OutputStream {
  FileOutputStream(String a) {}
  FileOutputStream(String a, boolean b) {}
  FileOutputStream(File a) {}
  FileOutputStream(File a, boolean b) {}
  FileOutputStream(FileDescriptor a) {}
  void write(int a);
  void write(byte[] a);
  void write(byte[] a, int b, int c);
  void close();
  FileDescriptor getFD();
  java.nio.channels.FileChannel getChannel();
}
class FilePermission extends java.security.Permission implements Serializable {
  FilePermission(String a, String b) {}
  boolean implies(java.security.Permission a);
  boolean equals(Object a);
  int hashCode();
  String getActions();
  java.security.PermissionCollection newPermissionCollection();
}
class FileReader extends InputStreamReader {
  FileReader(String a) {}
  FileReader(File a) {}
  FileReader(FileDescriptor a) {}
  FileReader(String a, java.nio.charset.Charset b) {}
  FileReader(File a, java.nio.charset.Charset b) {}
}
class FileWriter extends OutputStreamWriter {
  FileWriter(String a) {}
  FileWriter(String a, boolean b) {}
  FileWriter(File a) {}
  FileWriter(File a, boolean b) {}
  FileWriter(FileDescriptor a) {}
  FileWriter(String a, java.nio.charset.Charset b) {}
  FileWriter(String a, java.nio.charset.Charset b, boolean c) {}
  FileWriter(File a, java.nio.charset.Charset b) {}
  FileWriter(File a, java.nio.charset.Charset b, boolean c) {}
}
interface FilenameFilter {
  boolean accept(File a, String b);
}
class FilterInputStream extends InputStream {
  protected InputStream in;
  protected FilterInputStream(InputStream a) {}
  int read();
  int read(byte[] a);
  int read(byte[] a, int b, int c);
  long skip(long a);
  int available();
  void close();
  void mark(int a);
  void reset();
  boolean markSupported();
}
class FilterOutputStream extends OutputStream {
  protected OutputStream out;
  FilterOutputStream(OutputStream a) {}
  void write(int a);
  void write(byte[] a);
  void write(byte[] a, int b, int c);
  void flush();
  void close();
}
abstract class FilterReader extends Reader {
  protected Reader in;
  protected FilterReader(Reader a) {}
  int read();
  int read(char[] a, int b, int c);
  long skip(long a);
  boolean ready();
  boolean markSupported();
  void mark(int a);
  void reset();
  void close();
}
abstract class FilterWriter extends Writer {
  protected Writer out;
  protected FilterWriter(Writer a) {}
  void write(int a);
  void write(char[] a, int b, int c);
  void write(String a, int b, int c);
  void flush();
  void close();
}
interface Flushable {
  void flush();
}
class IOError extends Error {
  IOError(Throwable a) {}
}
class IOException extends Exception {
  IOException() {}
  IOException(String a) {}
  IOException(String a, Throwable b) {}
  IOException(Throwable a) {}
}
abstract class InputStream implements Closeable {
  InputStream() {}
  static InputStream nullInputStream();
  abstract int read();
  int read(byte[] a);
  int read(byte[] a, int b, int c);
  byte[] readAllBytes();
  byte[] readNBytes(int a);
  int readNBytes(byte[] a, int b, int c);
  long skip(long a);
  void skipNBytes(long a);
  int available();
  void close();
  void mark(int a);
  void reset();
  boolean markSupported();
  long transferTo(OutputStream a);
}
class InputStreamReader extends Reader {
  InputStreamReader(InputStream a) {}
  InputStreamReader(InputStream a, String b) {}
  InputStreamReader(InputStream a, java.nio.charset.Charset b) {}
  InputStreamReader(InputStream a, java.nio.charset.CharsetDecoder b) {}
  String getEncoding();
  int read(java.nio.CharBuffer a);
  int read();
  int read(char[] a, int b, int c);
  boolean ready();
  void close();
}
class InterruptedIOException extends IOException {
  int bytesTransferred;
  InterruptedIOException() {}
  InterruptedIOException(String a) {}
}
class InvalidClassException extends ObjectStreamException {
  String classname;
  InvalidClassException(String a) {}
  InvalidClassException(String a, String b) {}
  InvalidClassException(String a, Throwable b) {}
  InvalidClassException(String a, String b, Throwable c) {}
  String getMessage();
}
class InvalidObjectException extends ObjectStreamException {
  InvalidObjectException(String a) {}
  InvalidObjectException(String a, Throwable b) {}
}
class LineNumberInputStream extends FilterInputStream {
  LineNumberInputStream(InputStream a) {}
  int read();
  int read(byte[] a, int b, int c);
  long skip(long a);
  void setLineNumber(int a);
  int getLineNumber();
  int available();
  void mark(int a);
  void reset();
}
class LineNumberReader extends BufferedReader {
  LineNumberReader(Reader a) {}
  LineNumberReader(Reader a, int b) {}
  void setLineNumber(int a);
  int getLineNumber();
  int read();
  int read(char[] a, int b, int c);
  String readLine();
  long skip(long a);
  void mark(int a);
  void reset();
}
class NotActiveException extends ObjectStreamException {
  NotActiveException(String a) {}
  NotActiveException() {}
}
class NotSerializableException extends ObjectStreamException {
  NotSerializableException(String a) {}
  NotSerializableException() {}
}
interface ObjectInput extends DataInput,AutoCloseable {
  Object readObject();
  int read();
  int read(byte[] a);
  int read(byte[] a, int b, int c);
  long skip(long a);
  int available();
  void close();
}
interface ObjectInputFilter {
  ObjectInputFilter.Status checkInput(ObjectInputFilter.FilterInfo a);
  static ObjectInputFilter allowFilter(Predicate<Class<?>> a, ObjectInputFilter.Status b);
  static ObjectInputFilter rejectFilter(Predicate<Class<?>> a, ObjectInputFilter.Status b);
  static ObjectInputFilter merge(ObjectInputFilter a, ObjectInputFilter b);
  static ObjectInputFilter rejectUndecidedClass(ObjectInputFilter a);
  static class Config {
    static ObjectInputFilter getSerialFilter();
    static void setSerialFilter(ObjectInputFilter a);
    static BinaryOperator<ObjectInputFilter> getSerialFilterFactory() {}
    static void setSerialFilterFactory(BinaryOperator<ObjectInputFilter> a);
    static ObjectInputFilter createFilter(String a);
  }
  static interface FilterInfo {
    Class<?> serialClass() {}
    long arrayLength();
    long depth();
    long references();
    long streamBytes();
  }
  static enum Status {
    UNDECIDED, ALLOWED, REJECTED;
    static ObjectInputFilter.Status[] values();
    static ObjectInputFilter.Status valueOf(String a);
  }
}
class ObjectInputStream extends InputStream implements ObjectInput,ObjectStreamConstants {
  ObjectInputStream(InputStream a) {}
  protected ObjectInputStream() {}
  Object readObject();
  protected Object readObjectOverride();
  Object readUnshared();
  void defaultReadObject();
  ObjectInputStream.GetField readFields();
  void registerValidation(ObjectInputValidation a, int b);
  protected Class<?> resolveClass(ObjectStreamClass a) {}
  protected Class<?> resolveProxyClass(String[] a) {}
  protected Object resolveObject(Object a);
  protected boolean enableResolveObject(boolean a);
  protected void readStreamHeader();
  protected ObjectStreamClass readClassDescriptor();
  int read();
  int read(byte[] a, int b, int c);
  int available();
  void close();
  boolean readBoolean();
  byte readByte();
  int readUnsignedByte();
  char readChar();
  short readShort();
  int readUnsignedShort();
  int readInt();
  long readLong();
  float readFloat();
  double readDouble();
  void readFully(byte[] a);
  void readFully(byte[] a, int b, int c);
  int skipBytes(int a);
  String readLine();
  String readUTF();
  ObjectInputFilter getObjectInputFilter();
  void setObjectInputFilter(ObjectInputFilter a);
  static abstract class GetField {
    GetField() {}
    abstract ObjectStreamClass getObjectStreamClass();
    abstract boolean defaulted(String a);
    abstract boolean get(String a, boolean b);
    abstract byte get(String a, byte b);
    abstract char get(String a, char b);
    abstract short get(String a, short b);
    abstract int get(String a, int b);
    abstract long get(String a, long b);
    abstract float get(String a, float b);
    abstract double get(String a, double b);
    abstract Object get(String a, Object b);
  }
}
interface ObjectInputValidation {
  void validateObject();
}
interface ObjectOutput extends DataOutput,AutoCloseable {
  void writeObject(Object a);
  void write(int a);
  void write(byte[] a);
  void write(byte[] a, int b, int c);
  void flush();
  void close();
}
class ObjectOutputStream extends OutputStream implements ObjectOutput,ObjectStreamConstants {
  ObjectOutputStream(OutputStream a) {}
  protected ObjectOutputStream() {}
  void useProtocolVersion(int a);
  void writeObject(Object a);
  protected void writeObjectOverride(Object a);
  void writeUnshared(Object a);
  void defaultWriteObject();
  ObjectOutputStream.PutField putFields();
  void writeFields();
  void reset();
  protected void annotateClass(Class<?> a);
  protected void annotateProxyClass(Class<?> a);
  protected Object replaceObject(Object a);
  protected boolean enableReplaceObject(boolean a);
  protected void writeStreamHeader();
  protected void writeClassDescriptor(ObjectStreamClass a);
  void write(int a);
  void write(byte[] a);
  void write(byte[] a, int b, int c);
  void flush();
  protected void drain();
  void close();
  void writeBoolean(boolean a);
  void writeByte(int a);
  void writeShort(int a);
  void writeChar(int a);
  void writeInt(int a);
  void writeLong(long a);
  void writeFloat(float a);
  void writeDouble(double a);
  void writeBytes(String a);
  void writeChars(String a);
  void writeUTF(String a);
  static abstract class PutField {
    PutField() {}
    abstract void put(String a, boolean b);
    abstract void put(String a, byte b);
    abstract void put(String a, char b);
    abstract void put(String a, short b);
    abstract void put(String a, int b);
    abstract void put(String a, long b);
    abstract void put(String a, float b);
    abstract void put(String a, double b);
    abstract void put(String a, Object b);
    abstract void write(ObjectOutput a);
  }
}
class ObjectStreamClass implements Serializable {
  static ObjectStreamField[] NO_FIELDS;
  static ObjectStreamClass lookup(Class<?> a);
  static ObjectStreamClass lookupAny(Class<?> a);
  String getName();
  long getSerialVersionUID();
  Class<?> forClass() {}
  ObjectStreamField[] getFields();
  ObjectStreamField getField(String a);
  String toString();
}
interface ObjectStreamConstants {
  static short STREAM_MAGIC;
  static short STREAM_VERSION;
  static byte TC_BASE;
  static byte TC_NULL;
  static byte TC_REFERENCE;
  static byte TC_CLASSDESC;
  static byte TC_OBJECT;
  static byte TC_STRING;
  static byte TC_ARRAY;
  static byte TC_CLASS;
  static byte TC_BLOCKDATA;
  static byte TC_ENDBLOCKDATA;
  static byte TC_RESET;
  static byte TC_BLOCKDATALONG;
  static byte TC_EXCEPTION;
  static byte TC_LONGSTRING;
  static byte TC_PROXYCLASSDESC;
  static byte TC_ENUM;
  static byte TC_MAX;
  static int baseWireHandle;
  static byte SC_WRITE_METHOD;
  static byte SC_BLOCK_DATA;
  static byte SC_SERIALIZABLE;
  static byte SC_EXTERNALIZABLE;
  static byte SC_ENUM;
  static SerializablePermission SUBSTITUTION_PERMISSION;
  static SerializablePermission SUBCLASS_IMPLEMENTATION_PERMISSION;
  static SerializablePermission SERIAL_FILTER_PERMISSION;
  static int PROTOCOL_VERSION_1;
  static int PROTOCOL_VERSION_2;
}
abstract class ObjectStreamException extends IOException {
  protected ObjectStreamException(String a) {}
  protected ObjectStreamException(String a, Throwable b) {}
  protected ObjectStreamException() {}
  protected ObjectStreamException(Throwable a) {}
}
class ObjectStreamField implements Comparable<Object> {
  ObjectStreamField(String a, Class<?> b) {}
  ObjectStreamField(String a, Class<?> b, boolean c) {}
  String getName();
  Class<?> getType() {}
  char getTypeCode();
  String getTypeString();
  int getOffset();
  protected void setOffset(int a);
  boolean isPrimitive();
  boolean isUnshared();
  int compareTo(Object a);
  String toString();
}
class OptionalDataException extends ObjectStreamException {
  int length;
  boolean eof;
}
abstract class OutputStream implements Closeable,Flushable {
  OutputStream() {}
  static OutputStream nullOutputStream();
  abstract void write(int a);
  void write(byte[] a);
  void write(byte[] a, int b, int c);
  void flush();
  void close();
}
class OutputStreamWriter extends Writer {
  OutputStreamWriter(OutputStream a, String b) {}
  OutputStreamWriter(OutputStream a) {}
  OutputStreamWriter(OutputStream a, java.nio.charset.Charset b) {}
  OutputStreamWriter(OutputStream a, java.nio.charset.CharsetEncoder b) {}
  String getEncoding();
  void write(int a);
  void write(char[] a, int b, int c);
  void write(String a, int b, int c);
  Writer append(CharSequence a, int b, int c);
  Writer append(CharSequence a);
  void flush();
  void close();
  Appendable append(CharSequence a, int b, int c);
  Appendable append(CharSequence a);
}
class PipedInputStream extends InputStream {
  protected static int PIPE_SIZE;
  protected byte[] buffer;
  protected int in;
  protected int out;
  PipedInputStream(PipedOutputStream a) {}
  PipedInputStream(PipedOutputStream a, int b) {}
  PipedInputStream() {}
  PipedInputStream(int a) {}
  void connect(PipedOutputStream a);
  protected void receive(int a);
  int read();
  int read(byte[] a, int b, int c);
  int available();
  void close();
}
class PipedOutputStream extends OutputStream {
  PipedOutputStream(PipedInputStream a) {}
  PipedOutputStream() {}
  void connect(PipedInputStream a);
  void write(int a);
  void write(byte[] a, int b, int c);
  void flush();
  void close();
}
class PipedReader extends Reader {
  PipedReader(PipedWriter a) {}
  PipedReader(PipedWriter a, int b) {}
  PipedReader() {}
  PipedReader(int a) {}
  void connect(PipedWriter a);
  int read();
  int read(char[] a, int b, int c);
  boolean ready();
  void close();
}
class PipedWriter extends Writer {
  PipedWriter(PipedReader a) {}
  PipedWriter() {}
  void connect(PipedReader a);
  void write(int a);
  void write(char[] a, int b, int c);
  void flush();
  void close();
}
class PrintStream extends FilterOutputStream implements Appendable,Closeable {
  PrintStream(OutputStream a) {}
  PrintStream(OutputStream a, boolean b) {}
  PrintStream(OutputStream a, boolean b, String c) {}
  PrintStream(OutputStream a, boolean b, java.nio.charset.Charset c) {}
  PrintStream(String a) {}
  PrintStream(String a, String b) {}
  PrintStream(String a, java.nio.charset.Charset b) {}
  PrintStream(File a) {}
  PrintStream(File a, String b) {}
  PrintStream(File a, java.nio.charset.Charset b) {}
  void flush();
  void close();
  boolean checkError();
  protected void setError();
  protected void clearError();
  void write(int a);
  void write(byte[] a, int b, int c);
  void write(byte[] a);
  void writeBytes(byte[] a);
  void print(boolean a);
  void print(char a);
  void print(int a);
  void print(long a);
  void print(float a);
  void print(double a);
  void print(char[] a);
  void print(String a);
  void print(Object a);
  void println();
  void println(boolean a);
  void println(char a);
  void println(int a);
  void println(long a);
  void println(float a);
  void println(double a);
  void println(char[] a);
  void println(String a);
  void println(Object a);
  PrintStream printf(String a, Object... b);
  PrintStream printf(Locale a, String b, Object... c);
  PrintStream format(String a, Object... b);
  PrintStream format(Locale a, String b, Object... c);
  PrintStream append(CharSequence a);
  PrintStream append(CharSequence a, int b, int c);
  PrintStream append(char a);
  java.nio.charset.Charset charset();
  Appendable append(char a);
  Appendable append(CharSequence a, int b, int c);
  Appendable append(CharSequence a);
}
class PrintWriter extends Writer {
  protected Writer out;
  PrintWriter(Writer a) {}
  PrintWriter(Writer a, boolean b) {}
  PrintWriter(OutputStream a) {}
  PrintWriter(OutputStream a, boolean b) {}
  PrintWriter(OutputStream a, boolean b, java.nio.charset.Charset c) {}
  PrintWriter(String a) {}
  PrintWriter(String a, String b) {}
  PrintWriter(String a, java.nio.charset.Charset b) {}
  PrintWriter(File a) {}
  PrintWriter(File a, String b) {}
  PrintWriter(File a, java.nio.charset.Charset b) {}
  void flush();
  void close();
  boolean checkError();
  protected void setError();
  protected void clearError();
  void write(int a);
  void write(char[] a, int b, int c);
  void write(char[] a);
  void write(String a, int b, int c);
  void write(String a);
  void print(boolean a);
  void print(char a);
  void print(int a);
  void print(long a);
  void print(float a);
  void print(double a);
  void print(char[] a);
  void print(String a);
  void print(Object a);
  void println();
  void println(boolean a);
  void println(char a);
  void println(int a);
  void println(long a);
  void println(float a);
  void println(double a);
  void println(char[] a);
  void println(String a);
  void println(Object a);
  PrintWriter printf(String a, Object... b);
  PrintWriter printf(Locale a, String b, Object... c);
  PrintWriter format(String a, Object... b);
  PrintWriter format(Locale a, String b, Object... c);
  PrintWriter append(CharSequence a);
  PrintWriter append(CharSequence a, int b, int c);
  PrintWriter append(char a);
  Writer append(char a);
  Writer append(CharSequence a, int b, int c);
  Writer append(CharSequence a);
  Appendable append(char a);
  Appendable append(CharSequence a, int b, int c);
  Appendable append(CharSequence a);
}
class PushbackInputStream extends FilterInputStream {
  protected byte[] buf;
  protected int pos;
  PushbackInputStream(InputStream a, int b) {}
  PushbackInputStream(InputStream a) {}
  int read();
  int read(byte[] a, int b, int c);
  void unread(int a);
  void unread(byte[] a, int b, int c);
  void unread(byte[] a);
  int available();
  long skip(long a);
  boolean markSupported();
  void mark(int a);
  void reset();
  void close();
  long transferTo(OutputStream a);
}
class PushbackReader extends FilterReader {
  PushbackReader(Reader a, int b) {}
  PushbackReader(Reader a) {}
  int read();
  int read(char[] a, int b, int c);
  void unread(int a);
  void unread(char[] a, int b, int c);
  void unread(char[] a);
  boolean ready();
  void mark(int a);
  void reset();
  boolean markSupported();
  void close();
  long skip(long a);
}
class RandomAccessFile implements DataOutput,DataInput,Closeable {
  RandomAccessFile(String a, String b) {}
  RandomAccessFile(File a, String b) {}
  FileDescriptor getFD();
  java.nio.channels.FileChannel getChannel();
  int read();
  int read(byte[] a, int b, int c);
  int read(byte[] a);
  void readFully(byte[] a);
  void readFully(byte[] a, int b, int c);
  int skipBytes(int a);
  void write(int a);
  void write(byte[] a);
  void write(byte[] a, int b, int c);
  long getFilePointer();
  void seek(long a);
  long length();
  void setLength(long a);
  void close();
  boolean readBoolean();
  byte readByte();
  int readUnsignedByte();
  short readShort();
  int readUnsignedShort();
  char readChar();
  int readInt();
  long readLong();
  float readFloat();
  double readDouble();
  String readLine();
  String readUTF();
  void writeBoolean(boolean a);
  void writeByte(int a);
  void writeShort(int a);
  void writeChar(int a);
  void writeInt(int a);
  void writeLong(long a);
  void writeFloat(float a);
  void writeDouble(double a);
  void writeBytes(String a);
  void writeChars(String a);
  void writeUTF(String a);
}
abstract class Reader implements Readable,Closeable {
  protected Object lock;
  static Reader nullReader();
  static Reader of(CharSequence a);
  protected Reader() {}
  protected Reader(Object a) {}
  int read(java.nio.CharBuffer a);
  int read();
  int read(char[] a);
  abstract int read(char[] a, int b, int c);
  List<String> readAllLines() {}
  String readAllAsString();
  long skip(long a);
  boolean ready();
  boolean markSupported();
  void mark(int a);
  void reset();
  abstract void close();
  long transferTo(Writer a);
}
class SequenceInputStream extends InputStream {
  SequenceInputStream(Enumeration<? extends InputStream> a) {}
  SequenceInputStream(InputStream a, InputStream b) {}
  int available();
  int read();
  int read(byte[] a, int b, int c);
  void close();
  long transferTo(OutputStream a);
}
interface Serial extends java.lang.annotation.Annotation {
}
interface Serializable {
}
class SerializablePermission extends java.security.BasicPermission {
  SerializablePermission(String a) {}
  SerializablePermission(String a, String b) {}
}
class StreamCorruptedException extends ObjectStreamException {
  StreamCorruptedException(String a) {}
  StreamCorruptedException() {}
}
class StreamTokenizer {
  int ttype;
  static int TT_EOF;
  static int TT_EOL;
  static int TT_NUMBER;
  static int TT_WORD;
  String sval;
  double nval;
  StreamTokenizer(InputStream a) {}
  StreamTokenizer(Reader a) {}
  void resetSyntax();
  void wordChars(int a, int b);
  void whitespaceChars(int a, int b);
  void ordinaryChars(int a, int b);
  void ordinaryChar(int a);
  void commentChar(int a);
  void quoteChar(int a);
  void parseNumbers();
  void eolIsSignificant(boolean a);
  void slashStarComments(boolean a);
  void slashSlashComments(boolean a);
  void lowerCaseMode(boolean a);
  int nextToken();
  void pushBack();
  int lineno();
  String toString();
}
class StringBufferInputStream extends InputStream {
  protected String buffer;
  protected int pos;
  protected int count;
  StringBufferInputStream(String a) {}
  int read();
  int read(byte[] a, int b, int c);
  long skip(long a);
  int available();
  void reset();
}
class StringReader extends Reader {
  StringReader(String a) {}
  int read();
  int read(char[] a, int b, int c);
  long skip(long a);
  boolean ready();
  boolean markSupported();
  void mark(int a);
  void reset();
  void close();
}
class StringWriter extends Writer {
  StringWriter() {}
  StringWriter(int a) {}
  void write(int a);
  void write(char[] a, int b, int c);
  void write(String a);
  void write(String a, int b, int c);
  StringWriter append(CharSequence a);
  StringWriter append(CharSequence a, int b, int c);
  StringWriter append(char a);
  String toString();
  StringBuffer getBuffer();
  void flush();
  void close();
  Writer append(char a);
  Writer append(CharSequence a, int b, int c);
  Writer append(CharSequence a);
  Appendable append(char a);
  Appendable append(CharSequence a, int b, int c);
  Appendable append(CharSequence a);
}
class SyncFailedException extends IOException {
  SyncFailedException(String a) {}
}
class UTFDataFormatException extends IOException {
  UTFDataFormatException() {}
  UTFDataFormatException(String a) {}
}
class UncheckedIOException extends RuntimeException {
  UncheckedIOException(String a, IOException b) {}
  UncheckedIOException(IOException a) {}
  IOException getCause();
  Throwable getCause();
}
class UnsupportedEncodingException extends IOException {
  UnsupportedEncodingException() {}
  UnsupportedEncodingException(String a) {}
}
class WriteAbortedException extends ObjectStreamException {
  Exception detail;
  WriteAbortedException(String a, Exception b) {}
  String getMessage();
  Throwable getCause();
}
abstract class Writer implements Appendable,Closeable,Flushable {
  protected Object lock;
  static Writer nullWriter();
  protected Writer() {}
  protected Writer(Object a) {}
  void write(int a);
  void write(char[] a);
  abstract void write(char[] a, int b, int c);
  void write(String a);
  void write(String a, int b, int c);
  Writer append(CharSequence a);
  Writer append(CharSequence a, int b, int c);
  Writer append(char a);
  abstract void flush();
  abstract void close();
  Appendable append(char a);
  Appendable append(CharSequence a, int b, int c);
  Appendable append(CharSequence a);
}
package java.lang;
class AbstractMethodError extends IncompatibleClassChangeError {
  AbstractMethodError() {}
  AbstractMethodError(String a) {}
}
interface Appendable {
  Appendable append(CharSequence a);
  Appendable append(CharSequence a, int b, int c);
  Appendable append(char a);
}
class ArithmeticException extends RuntimeException {
  ArithmeticException() {}
  ArithmeticException(String a) {}
}
class ArrayIndexOutOfBoundsException extends IndexOutOfBoundsException {
  ArrayIndexOutOfBoundsException() {}
  ArrayIndexOutOfBoundsException(String a) {}
  ArrayIndexOutOfBoundsException(int a) {}
}
class ArrayStoreException extends RuntimeException {
  ArrayStoreException() {}
  ArrayStoreException(String a) {}
}
class AssertionError extends Error {
  AssertionError() {}
  AssertionError(Object a) {}
  AssertionError(boolean a) {}
  AssertionError(char a) {}
  AssertionError(int a) {}
  AssertionError(long a) {}
  AssertionError(float a) {}
  AssertionError(double a) {}
  AssertionError(String a, Throwable b) {}
}
interface AutoCloseable {
  void close();
}
class Boolean implements Serializable, Comparable<Boolean>, java.lang.constant.Constable {
  static Boolean TRUE;
  static Boolean FALSE;
  static Class<Boolean> TYPE;
  Boolean(boolean a) {}
  Boolean(String a) {}
  static boolean parseBoolean(String a);
  boolean booleanValue();
  static Boolean valueOf(boolean a);
  static Boolean valueOf(String a);
  static String toString(boolean a);
  String toString();
  int hashCode();
  static int hashCode(boolean a);
  boolean equals(Object a);
  static boolean getBoolean(String a);
  int compareTo(Boolean a);
  static int compare(boolean a, boolean b);
  static boolean logicalAnd(boolean a, boolean b);
  static boolean logicalOr(boolean a, boolean b);
  static boolean logicalXor(boolean a, boolean b);
  Optional<java.lang.constant.DynamicConstantDesc<Boolean>> describeConstable() {}
  int compareTo(Object a);
}
class BootstrapMethodError extends LinkageError {
  BootstrapMethodError() {}
  BootstrapMethodError(String a) {}
  BootstrapMethodError(String a, Throwable b) {}
  BootstrapMethodError(Throwable a) {}
}
class Byte extends Number implements Comparable<Byte>, java.lang.constant.Constable {
  static byte MIN_VALUE;
  static byte MAX_VALUE;
  static Class<Byte> TYPE;
  static int SIZE;
  static int BYTES;
  static String toString(byte a);
  Optional<java.lang.constant.DynamicConstantDesc<Byte>> describeConstable() {}
  static Byte valueOf(byte a);
  static byte parseByte(String a, int b);
  static byte parseByte(String a);
  static Byte valueOf(String a, int b);
  static Byte valueOf(String a);
  static Byte decode(String a);
  Byte(byte a) {}
  Byte(String a) {}
  byte byteValue();
  short shortValue();
  int intValue();
  long longValue();
  float floatValue();
  double doubleValue();
  String toString();
  int hashCode();
  static int hashCode(byte a);
  boolean equals(Object a);
  int compareTo(Byte a);
  static int compare(byte a, byte b);
  static int compareUnsigned(byte a, byte b);
  static int toUnsignedInt(byte a);
  static long toUnsignedLong(byte a);
  int compareTo(Object a);
}
interface CharSequence {
  int length();
  char charAt(int a);
  default boolean isEmpty();
  CharSequence subSequence(int a, int b);
  String toString();
  default IntStream chars();
  default IntStream codePoints();
  static int compare(CharSequence a, CharSequence b);
  default void getChars(int a, int b, char[] c, int d);
}
class Character implements Serializable, Comparable<Character>, java.lang.constant.Constable {
  static int MIN_RADIX;
  static int MAX_RADIX;
  static char MIN_VALUE;
  static char MAX_VALUE;
  static Class<Character> TYPE;
  static byte UNASSIGNED;
  static byte UPPERCASE_LETTER;
  static byte LOWERCASE_LETTER;
  static byte TITLECASE_LETTER;
  static byte MODIFIER_LETTER;
  static byte OTHER_LETTER;
  static byte NON_SPACING_MARK;
  static byte ENCLOSING_MARK;
  static byte COMBINING_SPACING_MARK;
  static byte DECIMAL_DIGIT_NUMBER;
  static byte LETTER_NUMBER;
  static byte OTHER_NUMBER;
  static byte SPACE_SEPARATOR;
  static byte LINE_SEPARATOR;
  static byte PARAGRAPH_SEPARATOR;
  static byte CONTROL;
  static byte FORMAT;
  static byte PRIVATE_USE;
  static byte SURROGATE;
  static byte DASH_PUNCTUATION;
  static byte START_PUNCTUATION;
  static byte END_PUNCTUATION;
  static byte CONNECTOR_PUNCTUATION;
  static byte OTHER_PUNCTUATION;
  static byte MATH_SYMBOL;
  static byte CURRENCY_SYMBOL;
  static byte MODIFIER_SYMBOL;
  static byte OTHER_SYMBOL;
  static byte INITIAL_QUOTE_PUNCTUATION;
  static byte FINAL_QUOTE_PUNCTUATION;
  static byte DIRECTIONALITY_UNDEFINED;
  static byte DIRECTIONALITY_LEFT_TO_RIGHT;
  static byte DIRECTIONALITY_RIGHT_TO_LEFT;
  static byte DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  static byte DIRECTIONALITY_EUROPEAN_NUMBER;
  static byte DIRECTIONALITY_EUROPEAN_NUMBER_SEPARATOR;
  static byte DIRECTIONALITY_EUROPEAN_NUMBER_TERMINATOR;
  static byte DIRECTIONALITY_ARABIC_NUMBER;
  static byte DIRECTIONALITY_COMMON_NUMBER_SEPARATOR;
  static byte DIRECTIONALITY_NONSPACING_MARK;
  static byte DIRECTIONALITY_BOUNDARY_NEUTRAL;
  static byte DIRECTIONALITY_PARAGRAPH_SEPARATOR;
  static byte DIRECTIONALITY_SEGMENT_SEPARATOR;
  static byte DIRECTIONALITY_WHITESPACE;
  static byte DIRECTIONALITY_OTHER_NEUTRALS;
  static byte DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING;
  static byte DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE;
  static byte DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING;
  static byte DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE;
  static byte DIRECTIONALITY_POP_DIRECTIONAL_FORMAT;
  static byte DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE;
  static byte DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE;
  static byte DIRECTIONALITY_FIRST_STRONG_ISOLATE;
  static byte DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE;
  static char MIN_HIGH_SURROGATE;
  static char MAX_HIGH_SURROGATE;
  static char MIN_LOW_SURROGATE;
  static char MAX_LOW_SURROGATE;
  static char MIN_SURROGATE;
  static char MAX_SURROGATE;
  static int MIN_SUPPLEMENTARY_CODE_POINT;
  static int MIN_CODE_POINT;
  static int MAX_CODE_POINT;
  static int SIZE;
  static int BYTES;
  Optional<java.lang.constant.DynamicConstantDesc<Character>> describeConstable() {}
  Character(char a) {}
  static Character valueOf(char a);
  char charValue();
  int hashCode();
  static int hashCode(char a);
  boolean equals(Object a);
  String toString();
  static String toString(char a);
  static String toString(int a);
  static boolean isValidCodePoint(int a);
  static boolean isBmpCodePoint(int a);
  static boolean isSupplementaryCodePoint(int a);
  static boolean isHighSurrogate(char a);
  static boolean isLowSurrogate(char a);
  static boolean isSurrogate(char a);
  static boolean isSurrogatePair(char a, char b);
  static int charCount(int a);
  static int toCodePoint(char a, char b);
  static int codePointAt(CharSequence a, int b);
  static int codePointAt(char[] a, int b);
  static int codePointAt(char[] a, int b, int c);
  static int codePointBefore(CharSequence a, int b);
  static int codePointBefore(char[] a, int b);
  static int codePointBefore(char[] a, int b, int c);
  static char highSurrogate(int a);
  static char lowSurrogate(int a);
  static int toChars(int a, char[] b, int c);
  static char[] toChars(int a);
  static int codePointCount(CharSequence a, int b, int c);
  static int codePointCount(char[] a, int b, int c);
  static int offsetByCodePoints(CharSequence a, int b, int c);
  static int offsetByCodePoints(char[] a, int b, int c, int d, int e);
  static boolean isLowerCase(char a);
  static boolean isLowerCase(int a);
  static boolean isUpperCase(char a);
  static boolean isUpperCase(int a);
  static boolean isTitleCase(char a);
  static boolean isTitleCase(int a);
  static boolean isDigit(char a);
  static boolean isDigit(int a);
  static boolean isDefined(char a);
  static boolean isDefined(int a);
  static boolean isLetter(char a);
  static boolean isLetter(int a);
  static boolean isLetterOrDigit(char a);
  static boolean isLetterOrDigit(int a);
  static boolean isJavaLetter(char a);
  static boolean isJavaLetterOrDigit(char a);
  static boolean isAlphabetic(int a);
  static boolean isIdeographic(int a);
  static boolean isJavaIdentifierStart(char a);
  static boolean isJavaIdentifierStart(int a);
  static boolean isJavaIdentifierPart(char a);
  static boolean isJavaIdentifierPart(int a);
  static boolean isUnicodeIdentifierStart(char a);
  static boolean isUnicodeIdentifierStart(int a);
  static boolean isUnicodeIdentifierPart(char a);
  static boolean isUnicodeIdentifierPart(int a);
  static boolean isIdentifierIgnorable(char a);
  static boolean isIdentifierIgnorable(int a);
  static boolean isEmoji(int a);
  static boolean isEmojiPresentation(int a);
  static boolean isEmojiModifier(int a);
  static boolean isEmojiModifierBase(int a);
  static boolean isEmojiComponent(int a);
  static boolean isExtendedPictographic(int a);
  static char toLowerCase(char a);
  static int toLowerCase(int a);
  static char toUpperCase(char a);
  static int toUpperCase(int a);
  static char toTitleCase(char a);
  static int toTitleCase(int a);
  static int digit(char a, int b);
  static int digit(int a, int b);
  static int getNumericValue(char a);
  static int getNumericValue(int a);
  static boolean isSpace(char a);
  static boolean isSpaceChar(char a);
  static boolean isSpaceChar(int a);
  static boolean isWhitespace(char a);
  static boolean isWhitespace(int a);
  static boolean isISOControl(char a);
  static boolean isISOControl(int a);
  static int getType(char a);
  static int getType(int a);
  static char forDigit(int a, int b);
  static byte getDirectionality(char a);
  static byte getDirectionality(int a);
  static boolean isMirrored(char a);
  static boolean isMirrored(int a);
  int compareTo(Character a);
  static int compare(char a, char b);
  static char reverseBytes(char a);
  static String getName(int a);
  static int codePointOf(String a);
  int compareTo(Object a);
  static class Subset {
    protected Subset(String a) {}
    boolean equals(Object a);
    int hashCode();
    String toString();
  }
  static class UnicodeBlock extends Character.Subset {
    static Character.UnicodeBlock BASIC_LATIN;
    static Character.UnicodeBlock LATIN_1_SUPPLEMENT;
    static Character.UnicodeBlock LATIN_EXTENDED_A;
    static Character.UnicodeBlock LATIN_EXTENDED_B;
    static Character.UnicodeBlock IPA_EXTENSIONS;
    static Character.UnicodeBlock SPACING_MODIFIER_LETTERS;
    static Character.UnicodeBlock COMBINING_DIACRITICAL_MARKS;
    static Character.UnicodeBlock GREEK;
    static Character.UnicodeBlock CYRILLIC;
    static Character.UnicodeBlock ARMENIAN;
    static Character.UnicodeBlock HEBREW;
    static Character.UnicodeBlock ARABIC;
    static Character.UnicodeBlock DEVANAGARI;
    static Character.UnicodeBlock BENGALI;
    static Character.UnicodeBlock GURMUKHI;
    static Character.UnicodeBlock GUJARATI;
    static Character.UnicodeBlock ORIYA;
    static Character.UnicodeBlock TAMIL;
    static Character.UnicodeBlock TELUGU;
    static Character.UnicodeBlock KANNADA;
    static Character.UnicodeBlock MALAYALAM;
    static Character.UnicodeBlock THAI;
    static Character.UnicodeBlock LAO;
    static Character.UnicodeBlock TIBETAN;
    static Character.UnicodeBlock GEORGIAN;
    static Character.UnicodeBlock HANGUL_JAMO;
    static Character.UnicodeBlock LATIN_EXTENDED_ADDITIONAL;
    static Character.UnicodeBlock GREEK_EXTENDED;
    static Character.UnicodeBlock GENERAL_PUNCTUATION;
    static Character.UnicodeBlock SUPERSCRIPTS_AND_SUBSCRIPTS;
    static Character.UnicodeBlock CURRENCY_SYMBOLS;
    static Character.UnicodeBlock COMBINING_MARKS_FOR_SYMBOLS;
    static Character.UnicodeBlock LETTERLIKE_SYMBOLS;
    static Character.UnicodeBlock NUMBER_FORMS;
    static Character.UnicodeBlock ARROWS;
    static Character.UnicodeBlock MATHEMATICAL_OPERATORS;
    static Character.UnicodeBlock MISCELLANEOUS_TECHNICAL;
    static Character.UnicodeBlock CONTROL_PICTURES;
    static Character.UnicodeBlock OPTICAL_CHARACTER_RECOGNITION;
    static Character.UnicodeBlock ENCLOSED_ALPHANUMERICS;
    static Character.UnicodeBlock BOX_DRAWING;
    static Character.UnicodeBlock BLOCK_ELEMENTS;
    static Character.UnicodeBlock GEOMETRIC_SHAPES;
    static Character.UnicodeBlock MISCELLANEOUS_SYMBOLS;
    static Character.UnicodeBlock DINGBATS;
    static Character.UnicodeBlock CJK_SYMBOLS_AND_PUNCTUATION;
    static Character.UnicodeBlock HIRAGANA;
    static Character.UnicodeBlock KATAKANA;
    static Character.UnicodeBlock BOPOMOFO;
    static Character.UnicodeBlock HANGUL_COMPATIBILITY_JAMO;
    static Character.UnicodeBlock KANBUN;
    static Character.UnicodeBlock ENCLOSED_CJK_LETTERS_AND_MONTHS;
    static Character.UnicodeBlock CJK_COMPATIBILITY;
    static Character.UnicodeBlock CJK_UNIFIED_IDEOGRAPHS;
    static Character.UnicodeBlock HANGUL_SYLLABLES;
    static Character.UnicodeBlock PRIVATE_USE_AREA;
    static Character.UnicodeBlock CJK_COMPATIBILITY_IDEOGRAPHS;
    static Character.UnicodeBlock ALPHABETIC_PRESENTATION_FORMS;
    static Character.UnicodeBlock ARABIC_PRESENTATION_FORMS_A;
    static Character.UnicodeBlock COMBINING_HALF_MARKS;
    static Character.UnicodeBlock CJK_COMPATIBILITY_FORMS;
    static Character.UnicodeBlock SMALL_FORM_VARIANTS;
    static Character.UnicodeBlock ARABIC_PRESENTATION_FORMS_B;
    static Character.UnicodeBlock HALFWIDTH_AND_FULLWIDTH_FORMS;
    static Character.UnicodeBlock SPECIALS;
    static Character.UnicodeBlock SURROGATES_AREA;
    static Character.UnicodeBlock SYRIAC;
    static Character.UnicodeBlock THAANA;
    static Character.UnicodeBlock SINHALA;
    static Character.UnicodeBlock MYANMAR;
    static Character.UnicodeBlock ETHIOPIC;
    static Character.UnicodeBlock CHEROKEE;
    static Character.UnicodeBlock UNIFIED_CANADIAN_ABORIGINAL_SYLLABICS;
    static Character.UnicodeBlock OGHAM;
    static Character.UnicodeBlock RUNIC;
    static Character.UnicodeBlock KHMER;
    static Character.UnicodeBlock MONGOLIAN;
    static Character.UnicodeBlock BRAILLE_PATTERNS;
    static Character.UnicodeBlock CJK_RADICALS_SUPPLEMENT;
    static Character.UnicodeBlock KANGXI_RADICALS;
    static Character.UnicodeBlock IDEOGRAPHIC_DESCRIPTION_CHARACTERS;
    static Character.UnicodeBlock BOPOMOFO_EXTENDED;
    static Character.UnicodeBlock CJK_UNIFIED_IDEOGRAPHS_EXTENSION_A;
    static Character.UnicodeBlock YI_SYLLABLES;
    static Character.UnicodeBlock YI_RADICALS;
    static Character.UnicodeBlock CYRILLIC_SUPPLEMENTARY;
    static Character.UnicodeBlock TAGALOG;
    static Character.UnicodeBlock HANUNOO;
    static Character.UnicodeBlock BUHID;
    static Character.UnicodeBlock TAGBANWA;
    static Character.UnicodeBlock LIMBU;
    static Character.UnicodeBlock TAI_LE;
    static Character.UnicodeBlock KHMER_SYMBOLS;
    static Character.UnicodeBlock PHONETIC_EXTENSIONS;
    static Character.UnicodeBlock MISCELLANEOUS_MATHEMATICAL_SYMBOLS_A;
    static Character.UnicodeBlock SUPPLEMENTAL_ARROWS_A;
    static Character.UnicodeBlock SUPPLEMENTAL_ARROWS_B;
    static Character.UnicodeBlock MISCELLANEOUS_MATHEMATICAL_SYMBOLS_B;
    static Character.UnicodeBlock SUPPLEMENTAL_MATHEMATICAL_OPERATORS;
    static Character.UnicodeBlock MISCELLANEOUS_SYMBOLS_AND_ARROWS;
    static Character.UnicodeBlock KATAKANA_PHONETIC_EXTENSIONS;
    static Character.UnicodeBlock YIJING_HEXAGRAM_SYMBOLS;
    static Character.UnicodeBlock VARIATION_SELECTORS;
    static Character.UnicodeBlock LINEAR_B_SYLLABARY;
    static Character.UnicodeBlock LINEAR_B_IDEOGRAMS;
    static Character.UnicodeBlock AEGEAN_NUMBERS;
    static Character.UnicodeBlock OLD_ITALIC;
    static Character.UnicodeBlock GOTHIC;
    static Character.UnicodeBlock UGARITIC;
    static Character.UnicodeBlock DESERET;
    static Character.UnicodeBlock SHAVIAN;
    static Character.UnicodeBlock OSMANYA;
    static Character.UnicodeBlock CYPRIOT_SYLLABARY;
    static Character.UnicodeBlock BYZANTINE_MUSICAL_SYMBOLS;
    static Character.UnicodeBlock MUSICAL_SYMBOLS;
    static Character.UnicodeBlock TAI_XUAN_JING_SYMBOLS;
    static Character.UnicodeBlock MATHEMATICAL_ALPHANUMERIC_SYMBOLS;
    static Character.UnicodeBlock CJK_UNIFIED_IDEOGRAPHS_EXTENSION_B;
    static Character.UnicodeBlock CJK_COMPATIBILITY_IDEOGRAPHS_SUPPLEMENT;
    static Character.UnicodeBlock TAGS;
    static Character.UnicodeBlock VARIATION_SELECTORS_SUPPLEMENT;
    static Character.UnicodeBlock SUPPLEMENTARY_PRIVATE_USE_AREA_A;
    static Character.UnicodeBlock SUPPLEMENTARY_PRIVATE_USE_AREA_B;
    static Character.UnicodeBlock HIGH_SURROGATES;
    static Character.UnicodeBlock HIGH_PRIVATE_USE_SURROGATES;
    static Character.UnicodeBlock LOW_SURROGATES;
    static Character.UnicodeBlock ARABIC_SUPPLEMENT;
    static Character.UnicodeBlock NKO;
    static Character.UnicodeBlock SAMARITAN;
    static Character.UnicodeBlock MANDAIC;
    static Character.UnicodeBlock ETHIOPIC_SUPPLEMENT;
    static Character.UnicodeBlock UNIFIED_CANADIAN_ABORIGINAL_SYLLABICS_EXTENDED;
    static Character.UnicodeBlock NEW_TAI_LUE;
    static Character.UnicodeBlock BUGINESE;
    static Character.UnicodeBlock TAI_THAM;
    static Character.UnicodeBlock BALINESE;
    static Character.UnicodeBlock SUNDANESE;
    static Character.UnicodeBlock BATAK;
    static Character.UnicodeBlock LEPCHA;
    static Character.UnicodeBlock OL_CHIKI;
    static Character.UnicodeBlock VEDIC_EXTENSIONS;
    static Character.UnicodeBlock PHONETIC_EXTENSIONS_SUPPLEMENT;
    static Character.UnicodeBlock COMBINING_DIACRITICAL_MARKS_SUPPLEMENT;
    static Character.UnicodeBlock GLAGOLITIC;
    static Character.UnicodeBlock LATIN_EXTENDED_C;
    static Character.UnicodeBlock COPTIC;
    static Character.UnicodeBlock GEORGIAN_SUPPLEMENT;
    static Character.UnicodeBlock TIFINAGH;
    static Character.UnicodeBlock ETHIOPIC_EXTENDED;
    static Character.UnicodeBlock CYRILLIC_EXTENDED_A;
    static Character.UnicodeBlock SUPPLEMENTAL_PUNCTUATION;
    static Character.UnicodeBlock CJK_STROKES;
    static Character.UnicodeBlock LISU;
    static Character.UnicodeBlock VAI;
    static Character.UnicodeBlock CYRILLIC_EXTENDED_B;
    static Character.UnicodeBlock BAMUM;
    static Character.UnicodeBlock MODIFIER_TONE_LETTERS;
    static Character.UnicodeBlock LATIN_EXTENDED_D;
    static Character.UnicodeBlock SYLOTI_NAGRI;
    static Character.UnicodeBlock COMMON_INDIC_NUMBER_FORMS;
    static Character.UnicodeBlock PHAGS_PA;
    static Character.UnicodeBlock SAURASHTRA;
    static Character.UnicodeBlock DEVANAGARI_EXTENDED;
    static Character.UnicodeBlock KAYAH_LI;
    static Character.UnicodeBlock REJANG;
    static Character.UnicodeBlock HANGUL_JAMO_EXTENDED_A;
    static Character.UnicodeBlock JAVANESE;
    static Character.UnicodeBlock CHAM;
    static Character.UnicodeBlock MYANMAR_EXTENDED_A;
    static Character.UnicodeBlock TAI_VIET;
    static Character.UnicodeBlock ETHIOPIC_EXTENDED_A;
    static Character.UnicodeBlock MEETEI_MAYEK;
    static Character.UnicodeBlock HANGUL_JAMO_EXTENDED_B;
    static Character.UnicodeBlock VERTICAL_FORMS;
    static Character.UnicodeBlock ANCIENT_GREEK_NUMBERS;
    static Character.UnicodeBlock ANCIENT_SYMBOLS;
    static Character.UnicodeBlock PHAISTOS_DISC;
    static Character.UnicodeBlock LYCIAN;
    static Character.UnicodeBlock CARIAN;
    static Character.UnicodeBlock OLD_PERSIAN;
    static Character.UnicodeBlock IMPERIAL_ARAMAIC;
    static Character.UnicodeBlock PHOENICIAN;
    static Character.UnicodeBlock LYDIAN;
    static Character.UnicodeBlock KHAROSHTHI;
    static Character.UnicodeBlock OLD_SOUTH_ARABIAN;
    static Character.UnicodeBlock AVESTAN;
    static Character.UnicodeBlock INSCRIPTIONAL_PARTHIAN;
    static Character.UnicodeBlock INSCRIPTIONAL_PAHLAVI;
    static Character.UnicodeBlock OLD_TURKIC;
    static Character.UnicodeBlock RUMI_NUMERAL_SYMBOLS;
    static Character.UnicodeBlock BRAHMI;
    static Character.UnicodeBlock KAITHI;
    static Character.UnicodeBlock CUNEIFORM;
    static Character.UnicodeBlock CUNEIFORM_NUMBERS_AND_PUNCTUATION;
    static Character.UnicodeBlock EGYPTIAN_HIEROGLYPHS;
    static Character.UnicodeBlock BAMUM_SUPPLEMENT;
    static Character.UnicodeBlock KANA_SUPPLEMENT;
    static Character.UnicodeBlock ANCIENT_GREEK_MUSICAL_NOTATION;
    static Character.UnicodeBlock COUNTING_ROD_NUMERALS;
    static Character.UnicodeBlock MAHJONG_TILES;
    static Character.UnicodeBlock DOMINO_TILES;
    static Character.UnicodeBlock PLAYING_CARDS;
    static Character.UnicodeBlock ENCLOSED_ALPHANUMERIC_SUPPLEMENT;
    static Character.UnicodeBlock ENCLOSED_IDEOGRAPHIC_SUPPLEMENT;
    static Character.UnicodeBlock MISCELLANEOUS_SYMBOLS_AND_PICTOGRAPHS;
    static Character.UnicodeBlock EMOTICONS;
    static Character.UnicodeBlock TRANSPORT_AND_MAP_SYMBOLS;
    static Character.UnicodeBlock ALCHEMICAL_SYMBOLS;
    static Character.UnicodeBlock CJK_UNIFIED_IDEOGRAPHS_EXTENSION_C;
    static Character.UnicodeBlock CJK_UNIFIED_IDEOGRAPHS_EXTENSION_D;
    static Character.UnicodeBlock ARABIC_EXTENDED_A;
    static Character.UnicodeBlock SUNDANESE_SUPPLEMENT;
    static Character.UnicodeBlock MEETEI_MAYEK_EXTENSIONS;
    static Character.UnicodeBlock MEROITIC_HIEROGLYPHS;
    static Character.UnicodeBlock MEROITIC_CURSIVE;
    static Character.UnicodeBlock SORA_SOMPENG;
    static Character.UnicodeBlock CHAKMA;
    static Character.UnicodeBlock SHARADA;
    static Character.UnicodeBlock TAKRI;
    static Character.UnicodeBlock MIAO;
    static Character.UnicodeBlock ARABIC_MATHEMATICAL_ALPHABETIC_SYMBOLS;
    static Character.UnicodeBlock COMBINING_DIACRITICAL_MARKS_EXTENDED;
    static Character.UnicodeBlock MYANMAR_EXTENDED_B;
    static Character.UnicodeBlock LATIN_EXTENDED_E;
    static Character.UnicodeBlock COPTIC_EPACT_NUMBERS;
    static Character.UnicodeBlock OLD_PERMIC;
    static Character.UnicodeBlock ELBASAN;
    static Character.UnicodeBlock CAUCASIAN_ALBANIAN;
    static Character.UnicodeBlock LINEAR_A;
    static Character.UnicodeBlock PALMYRENE;
    static Character.UnicodeBlock NABATAEAN;
    static Character.UnicodeBlock OLD_NORTH_ARABIAN;
    static Character.UnicodeBlock MANICHAEAN;
    static Character.UnicodeBlock PSALTER_PAHLAVI;
    static Character.UnicodeBlock MAHAJANI;
    static Character.UnicodeBlock SINHALA_ARCHAIC_NUMBERS;
    static Character.UnicodeBlock KHOJKI;
    static Character.UnicodeBlock KHUDAWADI;
    static Character.UnicodeBlock GRANTHA;
    static Character.UnicodeBlock TIRHUTA;
    static Character.UnicodeBlock SIDDHAM;
    static Character.UnicodeBlock MODI;
    static Character.UnicodeBlock WARANG_CITI;
    static Character.UnicodeBlock PAU_CIN_HAU;
    static Character.UnicodeBlock MRO;
    static Character.UnicodeBlock BASSA_VAH;
    static Character.UnicodeBlock PAHAWH_HMONG;
    static Character.UnicodeBlock DUPLOYAN;
    static Character.UnicodeBlock SHORTHAND_FORMAT_CONTROLS;
    static Character.UnicodeBlock MENDE_KIKAKUI;
    static Character.UnicodeBlock ORNAMENTAL_DINGBATS;
    static Character.UnicodeBlock GEOMETRIC_SHAPES_EXTENDED;
    static Character.UnicodeBlock SUPPLEMENTAL_ARROWS_C;
    static Character.UnicodeBlock CHEROKEE_SUPPLEMENT;
    static Character.UnicodeBlock HATRAN;
    static Character.UnicodeBlock OLD_HUNGARIAN;
    static Character.UnicodeBlock MULTANI;
    static Character.UnicodeBlock AHOM;
    static Character.UnicodeBlock EARLY_DYNASTIC_CUNEIFORM;
    static Character.UnicodeBlock ANATOLIAN_HIEROGLYPHS;
    static Character.UnicodeBlock SUTTON_SIGNWRITING;
    static Character.UnicodeBlock SUPPLEMENTAL_SYMBOLS_AND_PICTOGRAPHS;
    static Character.UnicodeBlock CJK_UNIFIED_IDEOGRAPHS_EXTENSION_E;
    static Character.UnicodeBlock SYRIAC_SUPPLEMENT;
    static Character.UnicodeBlock CYRILLIC_EXTENDED_C;
    static Character.UnicodeBlock OSAGE;
    static Character.UnicodeBlock NEWA;
    static Character.UnicodeBlock MONGOLIAN_SUPPLEMENT;
    static Character.UnicodeBlock MARCHEN;
    static Character.UnicodeBlock IDEOGRAPHIC_SYMBOLS_AND_PUNCTUATION;
    static Character.UnicodeBlock TANGUT;
    static Character.UnicodeBlock TANGUT_COMPONENTS;
    static Character.UnicodeBlock KANA_EXTENDED_A;
    static Character.UnicodeBlock GLAGOLITIC_SUPPLEMENT;
    static Character.UnicodeBlock ADLAM;
    static Character.UnicodeBlock MASARAM_GONDI;
    static Character.UnicodeBlock ZANABAZAR_SQUARE;
    static Character.UnicodeBlock NUSHU;
    static Character.UnicodeBlock SOYOMBO;
    static Character.UnicodeBlock BHAIKSUKI;
    static Character.UnicodeBlock CJK_UNIFIED_IDEOGRAPHS_EXTENSION_F;
    static Character.UnicodeBlock GEORGIAN_EXTENDED;
    static Character.UnicodeBlock HANIFI_ROHINGYA;
    static Character.UnicodeBlock OLD_SOGDIAN;
    static Character.UnicodeBlock SOGDIAN;
    static Character.UnicodeBlock DOGRA;
    static Character.UnicodeBlock GUNJALA_GONDI;
    static Character.UnicodeBlock MAKASAR;
    static Character.UnicodeBlock MEDEFAIDRIN;
    static Character.UnicodeBlock MAYAN_NUMERALS;
    static Character.UnicodeBlock INDIC_SIYAQ_NUMBERS;
    static Character.UnicodeBlock CHESS_SYMBOLS;
    static Character.UnicodeBlock ELYMAIC;
    static Character.UnicodeBlock NANDINAGARI;
    static Character.UnicodeBlock TAMIL_SUPPLEMENT;
    static Character.UnicodeBlock EGYPTIAN_HIEROGLYPH_FORMAT_CONTROLS;
    static Character.UnicodeBlock SMALL_KANA_EXTENSION;
    static Character.UnicodeBlock NYIAKENG_PUACHUE_HMONG;
    static Character.UnicodeBlock WANCHO;
    static Character.UnicodeBlock OTTOMAN_SIYAQ_NUMBERS;
    static Character.UnicodeBlock SYMBOLS_AND_PICTOGRAPHS_EXTENDED_A;
    static Character.UnicodeBlock YEZIDI;
    static Character.UnicodeBlock CHORASMIAN;
    static Character.UnicodeBlock DIVES_AKURU;
    static Character.UnicodeBlock LISU_SUPPLEMENT;
    static Character.UnicodeBlock KHITAN_SMALL_SCRIPT;
    static Character.UnicodeBlock TANGUT_SUPPLEMENT;
    static Character.UnicodeBlock SYMBOLS_FOR_LEGACY_COMPUTING;
    static Character.UnicodeBlock CJK_UNIFIED_IDEOGRAPHS_EXTENSION_G;
    static Character.UnicodeBlock ARABIC_EXTENDED_B;
    static Character.UnicodeBlock VITHKUQI;
    static Character.UnicodeBlock LATIN_EXTENDED_F;
    static Character.UnicodeBlock OLD_UYGHUR;
    static Character.UnicodeBlock UNIFIED_CANADIAN_ABORIGINAL_SYLLABICS_EXTENDED_A;
    static Character.UnicodeBlock CYPRO_MINOAN;
    static Character.UnicodeBlock TANGSA;
    static Character.UnicodeBlock KANA_EXTENDED_B;
    static Character.UnicodeBlock ZNAMENNY_MUSICAL_NOTATION;
    static Character.UnicodeBlock LATIN_EXTENDED_G;
    static Character.UnicodeBlock TOTO;
    static Character.UnicodeBlock ETHIOPIC_EXTENDED_B;
    static Character.UnicodeBlock ARABIC_EXTENDED_C;
    static Character.UnicodeBlock DEVANAGARI_EXTENDED_A;
    static Character.UnicodeBlock KAWI;
    static Character.UnicodeBlock KAKTOVIK_NUMERALS;
    static Character.UnicodeBlock CYRILLIC_EXTENDED_D;
    static Character.UnicodeBlock NAG_MUNDARI;
    static Character.UnicodeBlock CJK_UNIFIED_IDEOGRAPHS_EXTENSION_H;
    static Character.UnicodeBlock CJK_UNIFIED_IDEOGRAPHS_EXTENSION_I;
    static Character.UnicodeBlock TODHRI;
    static Character.UnicodeBlock GARAY;
    static Character.UnicodeBlock TULU_TIGALARI;
    static Character.UnicodeBlock MYANMAR_EXTENDED_C;
    static Character.UnicodeBlock SUNUWAR;
    static Character.UnicodeBlock EGYPTIAN_HIEROGLYPHS_EXTENDED_A;
    static Character.UnicodeBlock GURUNG_KHEMA;
    static Character.UnicodeBlock KIRAT_RAI;
    static Character.UnicodeBlock SYMBOLS_FOR_LEGACY_COMPUTING_SUPPLEMENT;
    static Character.UnicodeBlock OL_ONAL;
    static Character.UnicodeBlock of(char a);
    static Character.UnicodeBlock of(int a);
    static Character.UnicodeBlock forName(String a);
  }
  static enum UnicodeScript {
    COMMON, LATIN, GREEK, CYRILLIC, ARMENIAN, HEBREW, ARABIC, SYRIAC, THAANA, DEVANAGARI, BENGALI, GURMUKHI, GUJARATI, ORIYA, TAMIL, TELUGU, KANNADA, MALAYALAM, SINHALA, THAI, LAO, TIBETAN, MYANMAR, GEORGIAN, HANGUL, ETHIOPIC, CHEROKEE, CANADIAN_ABORIGINAL, OGHAM, RUNIC, KHMER, MONGOLIAN, HIRAGANA, KATAKANA, BOPOMOFO, HAN, YI, OLD_ITALIC, GOTHIC, DESERET, INHERITED, TAGALOG, HANUNOO, BUHID, TAGBANWA, LIMBU, TAI_LE, LINEAR_B, UGARITIC, SHAVIAN, OSMANYA, CYPRIOT, BRAILLE, BUGINESE, COPTIC, NEW_TAI_LUE, GLAGOLITIC, TIFINAGH, SYLOTI_NAGRI, OLD_PERSIAN, KHAROSHTHI, BALINESE, CUNEIFORM, PHOENICIAN, PHAGS_PA, NKO, SUNDANESE, BATAK, LEPCHA, OL_CHIKI, VAI, SAURASHTRA, KAYAH_LI, REJANG, LYCIAN, CARIAN, LYDIAN, CHAM, TAI_THAM, TAI_VIET, AVESTAN, EGYPTIAN_HIEROGLYPHS, SAMARITAN, MANDAIC, LISU, BAMUM, JAVANESE, MEETEI_MAYEK, IMPERIAL_ARAMAIC, OLD_SOUTH_ARABIAN, INSCRIPTIONAL_PARTHIAN, INSCRIPTIONAL_PAHLAVI, OLD_TURKIC, BRAHMI, KAITHI, MEROITIC_HIEROGLYPHS, MEROITIC_CURSIVE, SORA_SOMPENG, CHAKMA, SHARADA, TAKRI, MIAO, CAUCASIAN_ALBANIAN, BASSA_VAH, DUPLOYAN, ELBASAN, GRANTHA, PAHAWH_HMONG, KHOJKI, LINEAR_A, MAHAJANI, MANICHAEAN, MENDE_KIKAKUI, MODI, MRO, OLD_NORTH_ARABIAN, NABATAEAN, PALMYRENE, PAU_CIN_HAU, OLD_PERMIC, PSALTER_PAHLAVI, SIDDHAM, KHUDAWADI, TIRHUTA, WARANG_CITI, AHOM, ANATOLIAN_HIEROGLYPHS, HATRAN, MULTANI, OLD_HUNGARIAN, SIGNWRITING, ADLAM, BHAIKSUKI, MARCHEN, NEWA, OSAGE, TANGUT, MASARAM_GONDI, NUSHU, SOYOMBO, ZANABAZAR_SQUARE, HANIFI_ROHINGYA, OLD_SOGDIAN, SOGDIAN, DOGRA, GUNJALA_GONDI, MAKASAR, MEDEFAIDRIN, ELYMAIC, NANDINAGARI, NYIAKENG_PUACHUE_HMONG, WANCHO, YEZIDI, CHORASMIAN, DIVES_AKURU, KHITAN_SMALL_SCRIPT, VITHKUQI, OLD_UYGHUR, CYPRO_MINOAN, TANGSA, TOTO, KAWI, NAG_MUNDARI, TODHRI, GARAY, TULU_TIGALARI, SUNUWAR, GURUNG_KHEMA, KIRAT_RAI, OL_ONAL, UNKNOWN;
    static Character.UnicodeScript[] values();
    static Character.UnicodeScript valueOf(String a);
    static Character.UnicodeScript of(int a);
    static Character.UnicodeScript forName(String a);
  }
}
class Class<T> implements Serializable, java.lang.reflect.GenericDeclaration, java.lang.reflect.Type, java.lang.reflect.AnnotatedElement, java.lang.invoke.TypeDescriptor.OfField<Class<?>>, java.lang.constant.Constable {
  String toString();
  String toGenericString();
  static Class<?> forName(String a) {}
  static Class<?> forName(String a, boolean b, ClassLoader c) {}
  static Class<?> forName(Module a, String b) {}
  static Class<?> forPrimitiveName(String a) {}
  T newInstance();
  boolean isInstance(Object a);
  boolean isAssignableFrom(Class<?> a);
  boolean isInterface();
  boolean isArray();
  boolean isPrimitive();
  boolean isAnnotation();
  boolean isSynthetic();
  String getName();
  ClassLoader getClassLoader();
  Module getModule();
  java.lang.reflect.TypeVariable<Class<T>>[] getTypeParameters();
  Class<? super T> getSuperclass() {}
  java.lang.reflect.Type getGenericSuperclass();
  Package getPackage();
  String getPackageName();
  Class<?>[] getInterfaces();
  java.lang.reflect.Type[] getGenericInterfaces();
  Class<?> getComponentType() {}
  int getModifiers();
  Set<java.lang.reflect.AccessFlag> accessFlags() {}
  Object[] getSigners();
  java.lang.reflect.Method getEnclosingMethod();
  java.lang.reflect.Constructor<?> getEnclosingConstructor() {}
  Class<?> getDeclaringClass() {}
  Class<?> getEnclosingClass() {}
  String getSimpleName();
  String getTypeName();
  String getCanonicalName();
  boolean isAnonymousClass();
  boolean isLocalClass();
  boolean isMemberClass();
  Class<?>[] getClasses();
  java.lang.reflect.Field[] getFields();
  java.lang.reflect.Method[] getMethods();
  java.lang.reflect.Constructor<?>[] getConstructors();
  java.lang.reflect.Field getField(String a);
  java.lang.reflect.Method getMethod(String a, Class<?>... b);
  java.lang.reflect.Constructor<T> getConstructor(Class<?>... a) {}
  Class<?>[] getDeclaredClasses();
  java.lang.reflect.Field[] getDeclaredFields();
  java.lang.reflect.RecordComponent[] getRecordComponents();
  java.lang.reflect.Method[] getDeclaredMethods();
  java.lang.reflect.Constructor<?>[] getDeclaredConstructors();
  java.lang.reflect.Field getDeclaredField(String a);
  java.lang.reflect.Method getDeclaredMethod(String a, Class<?>... b);
  java.lang.reflect.Constructor<T> getDeclaredConstructor(Class<?>... a) {}
  InputStream getResourceAsStream(String a);
  java.net.URL getResource(String a);
  java.security.ProtectionDomain getProtectionDomain();
  boolean desiredAssertionStatus();
  boolean isEnum();
  boolean isRecord();
  T[] getEnumConstants();
  T cast(Object a);
  <U> Class<? extends U> asSubclass(Class<U> a) {}
  <A extends java.lang.annotation.Annotation> A getAnnotation(Class<A> a);
  boolean isAnnotationPresent(Class<? extends java.lang.annotation.Annotation> a);
  <A extends java.lang.annotation.Annotation> A[] getAnnotationsByType(Class<A> a);
  java.lang.annotation.Annotation[] getAnnotations();
  <A extends java.lang.annotation.Annotation> A getDeclaredAnnotation(Class<A> a);
  <A extends java.lang.annotation.Annotation> A[] getDeclaredAnnotationsByType(Class<A> a);
  java.lang.annotation.Annotation[] getDeclaredAnnotations();
  java.lang.reflect.AnnotatedType getAnnotatedSuperclass();
  java.lang.reflect.AnnotatedType[] getAnnotatedInterfaces();
  Class<?> getNestHost() {}
  boolean isNestmateOf(Class<?> a);
  Class<?>[] getNestMembers();
  String descriptorString();
  Class<?> componentType() {}
  Class<?> arrayType() {}
  Optional<java.lang.constant.ClassDesc> describeConstable() {}
  boolean isHidden();
  Class<?>[] getPermittedSubclasses();
  boolean isSealed();
  java.lang.invoke.TypeDescriptor.OfField arrayType();
  java.lang.invoke.TypeDescriptor.OfField componentType();
}
class ClassCastException extends RuntimeException {
  ClassCastException() {}
  ClassCastException(String a) {}
}
class ClassCircularityError extends LinkageError {
  ClassCircularityError() {}
  ClassCircularityError(String a) {}
}
class ClassFormatError extends LinkageError {
  ClassFormatError() {}
  ClassFormatError(String a) {}
}
abstract class ClassLoader {
  protected ClassLoader(String a, ClassLoader b) {}
  protected ClassLoader(ClassLoader a) {}
  protected ClassLoader() {}
  String getName();
  Class<?> loadClass(String a) {}
  protected Class<?> loadClass(String a, boolean b) {}
  protected Object getClassLoadingLock(String a);
  protected Class<?> findClass(String a) {}
  protected Class<?> findClass(String a, String b) {}
  protected Class<?> defineClass(byte[] a, int b, int c) {}
  protected Class<?> defineClass(String a, byte[] b, int c, int d) {}
  protected Class<?> defineClass(String a, byte[] b, int c, int d, java.security.ProtectionDomain e) {}
  protected Class<?> defineClass(String a, java.nio.ByteBuffer b, java.security.ProtectionDomain c) {}
  protected void resolveClass(Class<?> a);
  protected Class<?> findSystemClass(String a) {}
  protected Class<?> findLoadedClass(String a) {}
  protected void setSigners(Class<?> a, Object[] b);
  protected java.net.URL findResource(String a, String b);
  java.net.URL getResource(String a);
  Enumeration<java.net.URL> getResources(String a) {}
  Stream<java.net.URL> resources(String a) {}
  protected java.net.URL findResource(String a);
  protected Enumeration<java.net.URL> findResources(String a) {}
  protected static boolean registerAsParallelCapable();
  boolean isRegisteredAsParallelCapable();
  static java.net.URL getSystemResource(String a);
  static Enumeration<java.net.URL> getSystemResources(String a) {}
  InputStream getResourceAsStream(String a);
  static InputStream getSystemResourceAsStream(String a);
  ClassLoader getParent();
  Module getUnnamedModule();
  static ClassLoader getPlatformClassLoader();
  static ClassLoader getSystemClassLoader();
  protected Package definePackage(String a, String b, String c, String d, String e, String f, String g, java.net.URL h);
  Package getDefinedPackage(String a);
  Package[] getDefinedPackages();
  protected Package getPackage(String a);
  protected Package[] getPackages();
  protected String findLibrary(String a);
  void setDefaultAssertionStatus(boolean a);
  void setPackageAssertionStatus(String a, boolean b);
  void setClassAssertionStatus(String a, boolean b);
  void clearAssertionStatus();
}
class ClassNotFoundException extends ReflectiveOperationException {
  ClassNotFoundException() {}
  ClassNotFoundException(String a) {}
  ClassNotFoundException(String a, Throwable b) {}
  Throwable getException();
}
abstract class ClassValue<T> {
  protected ClassValue() {}
  protected abstract T computeValue(Class<?> a);
  T get(Class<?> a);
  void remove(Class<?> a);
}
class CloneNotSupportedException extends Exception {
  CloneNotSupportedException() {}
  CloneNotSupportedException(String a) {}
}
interface Cloneable {
}
interface Comparable<T> {
  int compareTo(T a);
}
interface Deprecated extends java.lang.annotation.Annotation {
  String since();
  boolean forRemoval();
}
class Double extends Number implements Comparable<Double>, java.lang.constant.Constable, java.lang.constant.ConstantDesc {
  static double POSITIVE_INFINITY;
  static double NEGATIVE_INFINITY;
  static double NaN;
  static double MAX_VALUE;
  static double MIN_NORMAL;
  static double MIN_VALUE;
  static int SIZE;
  static int PRECISION;
  static int MAX_EXPONENT;
  static int MIN_EXPONENT;
  static int BYTES;
  static Class<Double> TYPE;
  static String toString(double a);
  static String toHexString(double a);
  static Double valueOf(String a);
  static Double valueOf(double a);
  static double parseDouble(String a);
  static boolean isNaN(double a);
  static boolean isInfinite(double a);
  static boolean isFinite(double a);
  Double(double a) {}
  Double(String a) {}
  boolean isNaN();
  boolean isInfinite();
  String toString();
  byte byteValue();
  short shortValue();
  int intValue();
  long longValue();
  float floatValue();
  double doubleValue();
  int hashCode();
  static int hashCode(double a);
  boolean equals(Object a);
  static long doubleToLongBits(double a);
  static long doubleToRawLongBits(double a);
  static double longBitsToDouble(long a);
  int compareTo(Double a);
  static int compare(double a, double b);
  static double sum(double a, double b);
  static double max(double a, double b);
  static double min(double a, double b);
  Optional<Double> describeConstable() {}
  Double resolveConstantDesc(java.lang.invoke.MethodHandles.Lookup a);
  int compareTo(Object a);
  Object resolveConstantDesc(java.lang.invoke.MethodHandles.Lookup a);
}
abstract class Enum<E extends Enum<E>> implements java.lang.constant.Constable, Comparable<E>, Serializable {
  ;
  String name();
  int ordinal();
  protected Enum(String a, int b) {}
  String toString();
  boolean equals(Object a);
  int hashCode();
  protected Object clone();
  int compareTo(E a);
  Class<E> getDeclaringClass() {}
  Optional<Enum.EnumDesc<E>> describeConstable() {}
  static <T extends Enum<T>> T valueOf(Class<T> a, String b);
  protected void finalize();
  int compareTo(Object a);
  static class EnumDesc<E extends Enum<E>> extends java.lang.constant.DynamicConstantDesc<E> {
    ;
    static <E extends Enum<E>> Enum.EnumDesc<E> of(java.lang.constant.ClassDesc a, String b) {}
    E resolveConstantDesc(java.lang.invoke.MethodHandles.Lookup a);
    String toString();
    Object resolveConstantDesc(java.lang.invoke.MethodHandles.Lookup a);
  }
}
class EnumConstantNotPresentException extends RuntimeException {
  EnumConstantNotPresentException(Class<? extends Enum> a, String b) {}
  Class<? extends Enum> enumType() {}
  String constantName();
}
class Error extends Throwable {
  Error() {}
  Error(String a) {}
  Error(String a, Throwable b) {}
  Error(Throwable a) {}
  protected Error(String a, Throwable b, boolean c, boolean d) {}
}
class Exception extends Throwable {
  Exception() {}
  Exception(String a) {}
  Exception(String a, Throwable b) {}
  Exception(Throwable a) {}
  protected Exception(String a, Throwable b, boolean c, boolean d) {}
}
class ExceptionInInitializerError extends LinkageError {
  ExceptionInInitializerError() {}
  ExceptionInInitializerError(Throwable a) {}
  ExceptionInInitializerError(String a) {}
  Throwable getException();
}
class Float extends Number implements Comparable<Float>, java.lang.constant.Constable, java.lang.constant.ConstantDesc {
  static float POSITIVE_INFINITY;
  static float NEGATIVE_INFINITY;
  static float NaN;
  static float MAX_VALUE;
  static float MIN_NORMAL;
  static float MIN_VALUE;
  static int SIZE;
  static int PRECISION;
  static int MAX_EXPONENT;
  static int MIN_EXPONENT;
  static int BYTES;
  static Class<Float> TYPE;
  static String toString(float a);
  static String toHexString(float a);
  static Float valueOf(String a);
  static Float valueOf(float a);
  static float parseFloat(String a);
  static boolean isNaN(float a);
  static boolean isInfinite(float a);
  static boolean isFinite(float a);
  Float(float a) {}
  Float(double a) {}
  Float(String a) {}
  boolean isNaN();
  boolean isInfinite();
  String toString();
  byte byteValue();
  short shortValue();
  int intValue();
  long longValue();
  float floatValue();
  double doubleValue();
  int hashCode();
  static int hashCode(float a);
  boolean equals(Object a);
  static int floatToIntBits(float a);
  static int floatToRawIntBits(float a);
  static float intBitsToFloat(int a);
  static float float16ToFloat(short a);
  static short floatToFloat16(float a);
  int compareTo(Float a);
  static int compare(float a, float b);
  static float sum(float a, float b);
  static float max(float a, float b);
  static float min(float a, float b);
  Optional<Float> describeConstable() {}
  Float resolveConstantDesc(java.lang.invoke.MethodHandles.Lookup a);
  int compareTo(Object a);
  Object resolveConstantDesc(java.lang.invoke.MethodHandles.Lookup a);
}
interface FunctionalInterface extends java.lang.annotation.Annotation {
}
class IO {
  static void println(Object a);
  static void println();
  static void print(Object a);
  static String readln();
  static String readln(String a);
}
class IllegalAccessError extends IncompatibleClassChangeError {
  IllegalAccessError() {}
  IllegalAccessError(String a) {}
}
class IllegalAccessException extends ReflectiveOperationException {
  IllegalAccessException() {}
  IllegalAccessException(String a) {}
}
class IllegalArgumentException extends RuntimeException {
  IllegalArgumentException() {}
  IllegalArgumentException(String a) {}
  IllegalArgumentException(String a, Throwable b) {}
  IllegalArgumentException(Throwable a) {}
}
class IllegalCallerException extends RuntimeException {
  IllegalCallerException() {}
  IllegalCallerException(String a) {}
  IllegalCallerException(String a, Throwable b) {}
  IllegalCallerException(Throwable a) {}
}
class IllegalMonitorStateException extends RuntimeException {
  IllegalMonitorStateException() {}
  IllegalMonitorStateException(String a) {}
}
class IllegalStateException extends RuntimeException {
  IllegalStateException() {}
  IllegalStateException(String a) {}
  IllegalStateException(String a, Throwable b) {}
  IllegalStateException(Throwable a) {}
}
class IllegalThreadStateException extends IllegalArgumentException {
  IllegalThreadStateException() {}
  IllegalThreadStateException(String a) {}
}
class IncompatibleClassChangeError extends LinkageError {
  IncompatibleClassChangeError() {}
  IncompatibleClassChangeError(String a) {}
}
class IndexOutOfBoundsException extends RuntimeException {
  IndexOutOfBoundsException() {}
  IndexOutOfBoundsException(String a) {}
  IndexOutOfBoundsException(int a) {}
  IndexOutOfBoundsException(long a) {}
}
class InheritableThreadLocal<T> extends ThreadLocal<T> {
  InheritableThreadLocal() {}
  protected T childValue(T a);
}
class InstantiationError extends IncompatibleClassChangeError {
  InstantiationError() {}
  InstantiationError(String a) {}
}
class InstantiationException extends ReflectiveOperationException {
  InstantiationException() {}
  InstantiationException(String a) {}
}
class Integer extends Number implements Comparable<Integer>, java.lang.constant.Constable, java.lang.constant.ConstantDesc {
  static int MIN_VALUE;
  static int MAX_VALUE;
  static Class<Integer> TYPE;
  static int SIZE;
  static int BYTES;
  static String toString(int a, int b);
  static String toUnsignedString(int a, int b);
  static String toHexString(int a);
  static String toOctalString(int a);
  static String toBinaryString(int a);
  static String toString(int a);
  static String toUnsignedString(int a);
  static int parseInt(String a, int b);
  static int parseInt(CharSequence a, int b, int c, int d);
  static int parseInt(String a);
  static int parseUnsignedInt(String a, int b);
  static int parseUnsignedInt(CharSequence a, int b, int c, int d);
  static int parseUnsignedInt(String a);
  static Integer valueOf(String a, int b);
  static Integer valueOf(String a);
  static Integer valueOf(int a);
  Integer(int a) {}
  Integer(String a) {}
  byte byteValue();
  short shortValue();
  int intValue();
  long longValue();
  float floatValue();
  double doubleValue();
  String toString();
  int hashCode();
  static int hashCode(int a);
  boolean equals(Object a);
  static Integer getInteger(String a);
  static Integer getInteger(String a, int b);
  static Integer getInteger(String a, Integer b);
  static Integer decode(String a);
  int compareTo(Integer a);
  static int compare(int a, int b);
  static int compareUnsigned(int a, int b);
  static long toUnsignedLong(int a);
  static int divideUnsigned(int a, int b);
  static int remainderUnsigned(int a, int b);
  static int highestOneBit(int a);
  static int lowestOneBit(int a);
  static int numberOfLeadingZeros(int a);
  static int numberOfTrailingZeros(int a);
  static int bitCount(int a);
  static int rotateLeft(int a, int b);
  static int rotateRight(int a, int b);
  static int reverse(int a);
  static int compress(int a, int b);
  static int expand(int a, int b);
  static int signum(int a);
  static int reverseBytes(int a);
  static int sum(int a, int b);
  static int max(int a, int b);
  static int min(int a, int b);
  Optional<Integer> describeConstable() {}
  Integer resolveConstantDesc(java.lang.invoke.MethodHandles.Lookup a);
  int compareTo(Object a);
  Object resolveConstantDesc(java.lang.invoke.MethodHandles.Lookup a);
}
class InternalError extends VirtualMachineError {
  InternalError() {}
  InternalError(String a) {}
  InternalError(String a, Throwable b) {}
  InternalError(Throwable a) {}
}
class InterruptedException extends Exception {
  InterruptedException() {}
  InterruptedException(String a) {}
}
interface Iterable<T> {
  Iterator<T> iterator() {}
  default void forEach(Consumer<? super T> a);
  default Spliterator<T> spliterator() {}
}
class LayerInstantiationException extends RuntimeException {
  LayerInstantiationException() {}
  LayerInstantiationException(String a) {}
  LayerInstantiationException(Throwable a) {}
  LayerInstantiationException(String a, Throwable b) {}
}
class LinkageError extends Error {
  LinkageError() {}
  LinkageError(String a) {}
  LinkageError(String a, Throwable b) {}
}
class Long extends Number implements Comparable<Long>, java.lang.constant.Constable, java.lang.constant.ConstantDesc {
  static long MIN_VALUE;
  static long MAX_VALUE;
  static Class<Long> TYPE;
  static int SIZE;
  static int BYTES;
  static String toString(long a, int b);
  static String toUnsignedString(long a, int b);
  static String toHexString(long a);
  static String toOctalString(long a);
  static String toBinaryString(long a);
  static String toString(long a);
  static String toUnsignedString(long a);
  static long parseLong(String a, int b);
  static long parseLong(CharSequence a, int b, int c, int d);
  static long parseLong(String a);
  static long parseUnsignedLong(String a, int b);
  static long parseUnsignedLong(CharSequence a, int b, int c, int d);
  static long parseUnsignedLong(String a);
  static Long valueOf(String a, int b);
  static Long valueOf(String a);
  static Long valueOf(long a);
  static Long decode(String a);
  Long(long a) {}
  Long(String a) {}
  byte byteValue();
  short shortValue();
  int intValue();
  long longValue();
  float floatValue();
  double doubleValue();
  String toString();
  int hashCode();
  static int hashCode(long a);
  boolean equals(Object a);
  static Long getLong(String a);
  static Long getLong(String a, long b);
  static Long getLong(String a, Long b);
  int compareTo(Long a);
  static int compare(long a, long b);
  static int compareUnsigned(long a, long b);
  static long divideUnsigned(long a, long b);
  static long remainderUnsigned(long a, long b);
  static long highestOneBit(long a);
  static long lowestOneBit(long a);
  static int numberOfLeadingZeros(long a);
  static int numberOfTrailingZeros(long a);
  static int bitCount(long a);
  static long rotateLeft(long a, int b);
  static long rotateRight(long a, int b);
  static long reverse(long a);
  static long compress(long a, long b);
  static long expand(long a, long b);
  static int signum(long a);
  static long reverseBytes(long a);
  static long sum(long a, long b);
  static long max(long a, long b);
  static long min(long a, long b);
  Optional<Long> describeConstable() {}
  Long resolveConstantDesc(java.lang.invoke.MethodHandles.Lookup a);
  int compareTo(Object a);
  Object resolveConstantDesc(java.lang.invoke.MethodHandles.Lookup a);
}
class MatchException extends RuntimeException {
  MatchException(String a, Throwable b) {}
}
class Math {
  static double E;
  static double PI;
  static double TAU;
  static double sin(double a);
  static double cos(double a);
  static double tan(double a);
  static double asin(double a);
  static double acos(double a);
  static double atan(double a);
  static double toRadians(double a);
  static double toDegrees(double a);
  static double exp(double a);
  static double log(double a);
  static double log10(double a);
  static double sqrt(double a);
  static double cbrt(double a);
  static double IEEEremainder(double a, double b);
  static double ceil(double a);
  static double floor(double a);
  static double rint(double a);
  static double atan2(double a, double b);
  static double pow(double a, double b);
  static int round(float a);
  static long round(double a);
  static double random();
  static int addExact(int a, int b);
  static long addExact(long a, long b);
  static int subtractExact(int a, int b);
  static long subtractExact(long a, long b);
  static int multiplyExact(int a, int b);
  static long multiplyExact(long a, int b);
  static long multiplyExact(long a, long b);
  static int divideExact(int a, int b);
  static long divideExact(long a, long b);
  static int floorDivExact(int a, int b);
  static long floorDivExact(long a, long b);
  static int ceilDivExact(int a, int b);
  static long ceilDivExact(long a, long b);
  static int incrementExact(int a);
  static long incrementExact(long a);
  static int decrementExact(int a);
  static long decrementExact(long a);
  static int negateExact(int a);
  static long negateExact(long a);
  static int toIntExact(long a);
  static long multiplyFull(int a, int b);
  static long multiplyHigh(long a, long b);
  static long unsignedMultiplyHigh(long a, long b);
  static int floorDiv(int a, int b);
  static long floorDiv(long a, int b);
  static long floorDiv(long a, long b);
  static int floorMod(int a, int b);
  static int floorMod(long a, int b);
  static long floorMod(long a, long b);
  static int ceilDiv(int a, int b);
  static long ceilDiv(long a, int b);
  static long ceilDiv(long a, long b);
  static int ceilMod(int a, int b);
  static int ceilMod(long a, int b);
  static long ceilMod(long a, long b);
  static int abs(int a);
  static int absExact(int a);
  static long abs(long a);
  static long absExact(long a);
  static float abs(float a);
  static double abs(double a);
  static int max(int a, int b);
  static long max(long a, long b);
  static float max(float a, float b);
  static double max(double a, double b);
  static int min(int a, int b);
  static long min(long a, long b);
  static float min(float a, float b);
  static double min(double a, double b);
  static int clamp(long a, int b, int c);
  static long clamp(long a, long b, long c);
  static double clamp(double a, double b, double c);
  static float clamp(float a, float b, float c);
  static double fma(double a, double b, double c);
  static float fma(float a, float b, float c);
  static double ulp(double a);
  static float ulp(float a);
  static double signum(double a);
  static float signum(float a);
  static double sinh(double a);
  static double cosh(double a);
  static double tanh(double a);
  static double hypot(double a, double b);
  static double expm1(double a);
  static double log1p(double a);
  static double copySign(double a, double b);
  static float copySign(float a, float b);
  static int getExponent(float a);
  static int getExponent(double a);
  static double nextAfter(double a, double b);
  static float nextAfter(float a, double b);
  static double nextUp(double a);
  static float nextUp(float a);
  static double nextDown(double a);
  static float nextDown(float a);
  static double scalb(double a, int b);
  static float scalb(float a, int b);
  static int unsignedMultiplyExact(int a, int b);
  static long unsignedMultiplyExact(long a, int b);
  static long unsignedMultiplyExact(long a, long b);
  static int powExact(int a, int b);
  static int unsignedPowExact(int a, int b);
  static long powExact(long a, int b);
  static long unsignedPowExact(long a, int b);
}
class Module implements java.lang.reflect.AnnotatedElement {
  boolean isNamed();
  String getName();
  ClassLoader getClassLoader();
  java.lang.module.ModuleDescriptor getDescriptor();
  ModuleLayer getLayer();
  boolean isNativeAccessEnabled();
  boolean canRead(Module a);
  Module addReads(Module a);
  boolean isExported(String a, Module b);
  boolean isOpen(String a, Module b);
  boolean isExported(String a);
  boolean isOpen(String a);
  Module addExports(String a, Module b);
  Module addOpens(String a, Module b);
  Module addUses(Class<?> a);
  boolean canUse(Class<?> a);
  Set<String> getPackages() {}
  <T extends java.lang.annotation.Annotation> T getAnnotation(Class<T> a);
  java.lang.annotation.Annotation[] getAnnotations();
  java.lang.annotation.Annotation[] getDeclaredAnnotations();
  InputStream getResourceAsStream(String a);
  String toString();
}
class ModuleLayer {
  ModuleLayer defineModulesWithOneLoader(java.lang.module.Configuration a, ClassLoader b);
  ModuleLayer defineModulesWithManyLoaders(java.lang.module.Configuration a, ClassLoader b);
  ModuleLayer defineModules(java.lang.module.Configuration a, Function<String, ClassLoader> b);
  static ModuleLayer.Controller defineModulesWithOneLoader(java.lang.module.Configuration a, List<ModuleLayer> b, ClassLoader c);
  static ModuleLayer.Controller defineModulesWithManyLoaders(java.lang.module.Configuration a, List<ModuleLayer> b, ClassLoader c);
  static ModuleLayer.Controller defineModules(java.lang.module.Configuration a, List<ModuleLayer> b, Function<String, ClassLoader> c);
  java.lang.module.Configuration configuration();
  List<ModuleLayer> parents() {}
  Set<Module> modules() {}
  Optional<Module> findModule(String a) {}
  ClassLoader findLoader(String a);
  String toString();
  static ModuleLayer empty();
  static ModuleLayer boot();
  static class Controller {
    ModuleLayer layer();
    ModuleLayer.Controller addReads(Module a, Module b);
    ModuleLayer.Controller addExports(Module a, String b, Module c);
    ModuleLayer.Controller addOpens(Module a, String b, Module c);
    ModuleLayer.Controller enableNativeAccess(Module a);
  }
}
class NegativeArraySizeException extends RuntimeException {
  NegativeArraySizeException() {}
  NegativeArraySizeException(String a) {}
}
class NoClassDefFoundError extends LinkageError {
  NoClassDefFoundError() {}
  NoClassDefFoundError(String a) {}
}
class NoSuchFieldError extends IncompatibleClassChangeError {
  NoSuchFieldError() {}
  NoSuchFieldError(String a) {}
}
class NoSuchFieldException extends ReflectiveOperationException {
  NoSuchFieldException() {}
  NoSuchFieldException(String a) {}
}
class NoSuchMethodError extends IncompatibleClassChangeError {
  NoSuchMethodError() {}
  NoSuchMethodError(String a) {}
}
class NoSuchMethodException extends ReflectiveOperationException {
  NoSuchMethodException() {}
  NoSuchMethodException(String a) {}
}
class NullPointerException extends RuntimeException {
  NullPointerException() {}
  NullPointerException(String a) {}
  Throwable fillInStackTrace();
  String getMessage();
}
abstract class Number implements Serializable {
  Number() {}
  abstract int intValue();
  abstract long longValue();
  abstract float floatValue();
  abstract double doubleValue();
  byte byteValue();
  short shortValue();
}
class NumberFormatException extends IllegalArgumentException {
  NumberFormatException() {}
  NumberFormatException(String a) {}
}
class Object {
  Object() {}
  Class<?> getClass() {}
  int hashCode();
  boolean equals(Object a);
  protected Object clone();
  String toString();
  void notify();
  void notifyAll();
  void wait();
  void wait(long a);
  void wait(long a, int b);
  protected void finalize();
}
class OutOfMemoryError extends VirtualMachineError {
  OutOfMemoryError() {}
  OutOfMemoryError(String a) {}
}
interface Override extends java.lang.annotation.Annotation {
}
class Package extends java.lang.NamedPackage implements java.lang.reflect.AnnotatedElement {
  String getName();
  String getSpecificationTitle();
  String getSpecificationVersion();
  String getSpecificationVendor();
  String getImplementationTitle();
  String getImplementationVersion();
  String getImplementationVendor();
  boolean isSealed();
  boolean isSealed(java.net.URL a);
  boolean isCompatibleWith(String a);
  static Package getPackage(String a);
  static Package[] getPackages();
  int hashCode();
  String toString();
  <A extends java.lang.annotation.Annotation> A getAnnotation(Class<A> a);
  boolean isAnnotationPresent(Class<? extends java.lang.annotation.Annotation> a);
  <A extends java.lang.annotation.Annotation> A[] getAnnotationsByType(Class<A> a);
  java.lang.annotation.Annotation[] getAnnotations();
  <A extends java.lang.annotation.Annotation> A getDeclaredAnnotation(Class<A> a);
  <A extends java.lang.annotation.Annotation> A[] getDeclaredAnnotationsByType(Class<A> a);
  java.lang.annotation.Annotation[] getDeclaredAnnotations();
}
abstract class Process {
  Process() {}
  abstract OutputStream getOutputStream();
  abstract InputStream getInputStream();
  abstract InputStream getErrorStream();
  BufferedReader inputReader();
  BufferedReader inputReader(java.nio.charset.Charset a);
  BufferedReader errorReader();
  BufferedReader errorReader(java.nio.charset.Charset a);
  BufferedWriter outputWriter();
  BufferedWriter outputWriter(java.nio.charset.Charset a);
  abstract int waitFor();
  boolean waitFor(long a, TimeUnit b);
  boolean waitFor(Duration a);
  abstract int exitValue();
  abstract void destroy();
  Process destroyForcibly();
  boolean supportsNormalTermination();
  boolean isAlive();
  long pid();
  CompletableFuture<Process> onExit() {}
  ProcessHandle toHandle();
  ProcessHandle.Info info();
  Stream<ProcessHandle> children() {}
  Stream<ProcessHandle> descendants() {}
}
class ProcessBuilder {
  ProcessBuilder(List<String> a) {}
  ProcessBuilder(String... a) {}
  ProcessBuilder command(List<String> a);
  ProcessBuilder command(String... a);
  List<String> command() {}
  Map<String, String> environment() {}
  File directory();
  ProcessBuilder directory(File a);
  ProcessBuilder redirectInput(ProcessBuilder.Redirect a);
  ProcessBuilder redirectOutput(ProcessBuilder.Redirect a);
  ProcessBuilder redirectError(ProcessBuilder.Redirect a);
  ProcessBuilder redirectInput(File a);
  ProcessBuilder redirectOutput(File a);
  ProcessBuilder redirectError(File a);
  ProcessBuilder.Redirect redirectInput();
  ProcessBuilder.Redirect redirectOutput();
  ProcessBuilder.Redirect redirectError();
  ProcessBuilder inheritIO();
  boolean redirectErrorStream();
  ProcessBuilder redirectErrorStream(boolean a);
  Process start();
  static List<Process> startPipeline(List<ProcessBuilder> a) {}
  static abstract class Redirect {
    static ProcessBuilder.Redirect PIPE;
    static ProcessBuilder.Redirect INHERIT;
    static ProcessBuilder.Redirect DISCARD;
    abstract ProcessBuilder.Redirect.Type type();
    File file();
    static ProcessBuilder.Redirect from(File a);
    static ProcessBuilder.Redirect to(File a);
    static ProcessBuilder.Redirect appendTo(File a);
    boolean equals(Object a);
    int hashCode();
    static enum Type {
      PIPE, INHERIT, READ, WRITE, APPEND;
      static ProcessBuilder.Redirect.Type[] values();
      static ProcessBuilder.Redirect.Type valueOf(String a);
    }
  }
}
interface ProcessHandle extends Comparable<ProcessHandle> {
  long pid();
  static Optional<ProcessHandle> of(long a) {}
  static ProcessHandle current();
  Optional<ProcessHandle> parent() {}
  Stream<ProcessHandle> children() {}
  Stream<ProcessHandle> descendants() {}
  static Stream<ProcessHandle> allProcesses() {}
  ProcessHandle.Info info();
  CompletableFuture<ProcessHandle> onExit() {}
  boolean supportsNormalTermination();
  boolean destroy();
  boolean destroyForcibly();
  boolean isAlive();
  int hashCode();
  boolean equals(Object a);
  int compareTo(ProcessHandle a);
  default int compareTo(Object a);
  static interface Info {
    Optional<String> command() {}
    Optional<String> commandLine() {}
    Optional<String[]> arguments() {}
    Optional<Instant> startInstant() {}
    Optional<Duration> totalCpuDuration() {}
    Optional<String> user() {}
  }
}
interface Readable {
  int read(java.nio.CharBuffer a);
}
abstract class Record {
  protected Record() {}
  abstract boolean equals(Object a);
  abstract int hashCode();
  abstract String toString();
}
class ReflectiveOperationException extends Exception {
  ReflectiveOperationException() {}
  ReflectiveOperationException(String a) {}
  ReflectiveOperationException(String a, Throwable b) {}
  ReflectiveOperationException(Throwable a) {}
}
interface Runnable {
  void run();
}
class Runtime {
  static Runtime getRuntime();
  void exit(int a);
  void addShutdownHook(Thread a);
  boolean removeShutdownHook(Thread a);
  void halt(int a);
  Process exec(String a);
  Process exec(String a, String[] b);
  Process exec(String a, String[] b, File c);
  Process exec(String[] a);
  Process exec(String[] a, String[] b);
  Process exec(String[] a, String[] b, File c);
  int availableProcessors();
  long freeMemory();
  long totalMemory();
  long maxMemory();
  void gc();
  void runFinalization();
  void load(String a);
  void loadLibrary(String a);
  static Runtime.Version version();
  static class Version implements Comparable<Runtime.Version> {
    static Runtime.Version parse(String a);
    int feature();
    int interim();
    int update();
    int patch();
    int major();
    int minor();
    int security();
    List<Integer> version() {}
    Optional<String> pre() {}
    Optional<Integer> build() {}
    Optional<String> optional() {}
    int compareTo(Runtime.Version a);
    int compareToIgnoreOptional(Runtime.Version a);
    String toString();
    boolean equals(Object a);
    boolean equalsIgnoreOptional(Object a);
    int hashCode();
    int compareTo(Object a);
  }
}
class RuntimeException extends Exception {
  RuntimeException() {}
  RuntimeException(String a) {}
  RuntimeException(String a, Throwable b) {}
  RuntimeException(Throwable a) {}
  protected RuntimeException(String a, Throwable b, boolean c, boolean d) {}
}
class RuntimePermission extends java.security.BasicPermission {
  RuntimePermission(String a) {}
  RuntimePermission(String a, String b) {}
}
interface SafeVarargs extends java.lang.annotation.Annotation {
}
class ScopedValue<T> {
  int hashCode();
  static <T> ScopedValue.Carrier where(ScopedValue<T> a, T b);
  static <T> ScopedValue<T> newInstance() {}
  T get();
  boolean isBound();
  T orElse(T a);
  <X extends Throwable> T orElseThrow(Supplier<? extends X> a);
  static interface CallableOp<T, X extends Throwable> {
    T call();
  }
  static class Carrier {
    <T> ScopedValue.Carrier where(ScopedValue<T> a, T b);
    <T> T get(ScopedValue<T> a);
    <R, X extends Throwable> R call(ScopedValue.CallableOp<? extends R, X> a);
    void run(Runnable a);
  }
}
class SecurityException extends RuntimeException {
  SecurityException() {}
  SecurityException(String a) {}
  SecurityException(String a, Throwable b) {}
  SecurityException(Throwable a) {}
}
class SecurityManager {
  SecurityManager() {}
  protected Class<?>[] getClassContext();
  Object getSecurityContext();
  void checkPermission(java.security.Permission a);
  void checkPermission(java.security.Permission a, Object b);
  void checkCreateClassLoader();
  void checkAccess(Thread a);
  void checkAccess(ThreadGroup a);
  void checkExit(int a);
  void checkExec(String a);
  void checkLink(String a);
  void checkRead(FileDescriptor a);
  void checkRead(String a);
  void checkRead(String a, Object b);
  void checkWrite(FileDescriptor a);
  void checkWrite(String a);
  void checkDelete(String a);
  void checkConnect(String a, int b);
  void checkConnect(String a, int b, Object c);
  void checkListen(int a);
  void checkAccept(String a, int b);
  void checkMulticast(java.net.InetAddress a);
  void checkMulticast(java.net.InetAddress a, byte b);
  void checkPropertiesAccess();
  void checkPropertyAccess(String a);
  void checkPrintJobAccess();
  void checkPackageAccess(String a);
  void checkPackageDefinition(String a);
  void checkSetFactory();
  void checkSecurityAccess(String a);
  ThreadGroup getThreadGroup();
}
class Short extends Number implements Comparable<Short>, java.lang.constant.Constable {
  static short MIN_VALUE;
  static short MAX_VALUE;
  static Class<Short> TYPE;
  static int SIZE;
  static int BYTES;
  static String toString(short a);
  static short parseShort(String a, int b);
  static short parseShort(String a);
  static Short valueOf(String a, int b);
  static Short valueOf(String a);
  Optional<java.lang.constant.DynamicConstantDesc<Short>> describeConstable() {}
  static Short valueOf(short a);
  static Short decode(String a);
  Short(short a) {}
  Short(String a) {}
  byte byteValue();
  short shortValue();
  int intValue();
  long longValue();
  float floatValue();
  double doubleValue();
  String toString();
  int hashCode();
  static int hashCode(short a);
  boolean equals(Object a);
  int compareTo(Short a);
  static int compare(short a, short b);
  static int compareUnsigned(short a, short b);
  static short reverseBytes(short a);
  static int toUnsignedInt(short a);
  static long toUnsignedLong(short a);
  int compareTo(Object a);
}
interface StableValue<T> {
  boolean trySet(T a);
  T orElse(T a);
  T orElseThrow();
  boolean isSet();
  T orElseSet(Supplier<? extends T> a);
  void setOrThrow(T a);
  boolean equals(Object a);
  int hashCode();
  static <T> StableValue<T> of() {}
  static <T> StableValue<T> of(T a) {}
  static <T> Supplier<T> supplier(Supplier<? extends T> a) {}
  static <R> IntFunction<R> intFunction(int a, IntFunction<? extends R> b) {}
  static <T, R> Function<T, R> function(Set<? extends T> a, Function<? super T, ? extends R> b) {}
  static <E> List<E> list(int a, IntFunction<? extends E> b) {}
  static <K, V> Map<K, V> map(Set<K> a, Function<? super K, ? extends V> b) {}
}
class StackOverflowError extends VirtualMachineError {
  StackOverflowError() {}
  StackOverflowError(String a) {}
}
class StackTraceElement implements Serializable {
  StackTraceElement(String a, String b, String c, int d) {}
  StackTraceElement(String a, String b, String c, String d, String e, String f, int g) {}
  String getFileName();
  int getLineNumber();
  String getModuleName();
  String getModuleVersion();
  String getClassLoaderName();
  String getClassName();
  String getMethodName();
  boolean isNativeMethod();
  String toString();
  boolean equals(Object a);
  int hashCode();
}
class StackWalker {
  static StackWalker getInstance();
  static StackWalker getInstance(StackWalker.Option a);
  static StackWalker getInstance(Set<StackWalker.Option> a);
  static StackWalker getInstance(Set<StackWalker.Option> a, int b);
  <T> T walk(Function<? super Stream<StackWalker.StackFrame>, ? extends T> a);
  void forEach(Consumer<? super StackWalker.StackFrame> a);
  Class<?> getCallerClass() {}
  static enum Option {
    RETAIN_CLASS_REFERENCE, DROP_METHOD_INFO, SHOW_REFLECT_FRAMES, SHOW_HIDDEN_FRAMES;
    static StackWalker.Option[] values();
    static StackWalker.Option valueOf(String a);
  }
  static interface StackFrame {
    String getClassName();
    String getMethodName();
    Class<?> getDeclaringClass() {}
    default java.lang.invoke.MethodType getMethodType();
    default String getDescriptor();
    int getByteCodeIndex();
    String getFileName();
    int getLineNumber();
    boolean isNativeMethod();
    StackTraceElement toStackTraceElement();
  }
}
class StrictMath {
  static double E;
  static double PI;
  static double TAU;
  static double sin(double a);
  static double cos(double a);
  static double tan(double a);
  static double asin(double a);
  static double acos(double a);
  static double atan(double a);
  static double toRadians(double a);
  static double toDegrees(double a);
  static double exp(double a);
  static double log(double a);
  static double log10(double a);
  static double sqrt(double a);
  static double cbrt(double a);
  static double IEEEremainder(double a, double b);
  static double ceil(double a);
  static double floor(double a);
  static double rint(double a);
  static double atan2(double a, double b);
  static double pow(double a, double b);
  static int round(float a);
  static long round(double a);
  static double random();
  static int addExact(int a, int b);
  static long addExact(long a, long b);
  static int subtractExact(int a, int b);
  static long subtractExact(long a, long b);
  static int multiplyExact(int a, int b);
  static long multiplyExact(long a, int b);
  static long multiplyExact(long a, long b);
  static int divideExact(int a, int b);
  static long divideExact(long a, long b);
  static int floorDivExact(int a, int b);
  static long floorDivExact(long a, long b);
  static int ceilDivExact(int a, int b);
  static long ceilDivExact(long a, long b);
  static int incrementExact(int a);
  static long incrementExact(long a);
  static int decrementExact(int a);
  static long decrementExact(long a);
  static int negateExact(int a);
  static long negateExact(long a);
  static int toIntExact(long a);
  static long multiplyFull(int a, int b);
  static long multiplyHigh(long a, long b);
  static long unsignedMultiplyHigh(long a, long b);
  static int floorDiv(int a, int b);
  static long floorDiv(long a, int b);
  static long floorDiv(long a, long b);
  static int floorMod(int a, int b);
  static int floorMod(long a, int b);
  static long floorMod(long a, long b);
  static int ceilDiv(int a, int b);
  static long ceilDiv(long a, int b);
  static long ceilDiv(long a, long b);
  static int ceilMod(int a, int b);
  static int ceilMod(long a, int b);
  static long ceilMod(long a, long b);
  static int abs(int a);
  static int absExact(int a);
  static long abs(long a);
  static long absExact(long a);
  static float abs(float a);
  static double abs(double a);
  static int max(int a, int b);
  static long max(long a, long b);
  static float max(float a, float b);
  static double max(double a, double b);
  static int min(int a, int b);
  static long min(long a, long b);
  static float min(float a, float b);
  static double min(double a, double b);
  static int clamp(long a, int b, int c);
  static long clamp(long a, long b, long c);
  static double clamp(double a, double b, double c);
  static float clamp(float a, float b, float c);
  static double fma(double a, double b, double c);
  static float fma(float a, float b, float c);
  static double ulp(double a);
  static float ulp(float a);
  static double signum(double a);
  static float signum(float a);
  static double sinh(double a);
  static double cosh(double a);
  static double tanh(double a);
  static double hypot(double a, double b);
  static double expm1(double a);
  static double log1p(double a);
  static double copySign(double a, double b);
  static float copySign(float a, float b);
  static int getExponent(float a);
  static int getExponent(double a);
  static double nextAfter(double a, double b);
  static float nextAfter(float a, double b);
  static double nextUp(double a);
  static float nextUp(float a);
  static double nextDown(double a);
  static float nextDown(float a);
  static double scalb(double a, int b);
  static float scalb(float a, int b);
  static int unsignedMultiplyExact(int a, int b);
  static long unsignedMultiplyExact(long a, int b);
  static long unsignedMultiplyExact(long a, long b);
  static int powExact(int a, int b);
  static int unsignedPowExact(int a, int b);
  static long powExact(long a, int b);
  static long unsignedPowExact(long a, int b);
}
class String implements Serializable, Comparable<String>, CharSequence, java.lang.constant.Constable, java.lang.constant.ConstantDesc {
  static Comparator<String> CASE_INSENSITIVE_ORDER;
  String() {}
  String(String a) {}
  String(char[] a) {}
  String(char[] a, int b, int c) {}
  String(int[] a, int b, int c) {}
  String(byte[] a, int b, int c, int d) {}
  String(byte[] a, int b) {}
  String(byte[] a, int b, int c, String d) {}
  String(byte[] a, int b, int c, java.nio.charset.Charset d) {}
  String(byte[] a, String b) {}
  String(byte[] a, java.nio.charset.Charset b) {}
  String(byte[] a, int b, int c) {}
  String(byte[] a) {}
  String(StringBuffer a) {}
  String(StringBuilder a) {}
  int length();
  boolean isEmpty();
  char charAt(int a);
  int codePointAt(int a);
  int codePointBefore(int a);
  int codePointCount(int a, int b);
  int offsetByCodePoints(int a, int b);
  void getChars(int a, int b, char[] c, int d);
  void getBytes(int a, int b, byte[] c, int d);
  byte[] getBytes(String a);
  byte[] getBytes(java.nio.charset.Charset a);
  byte[] getBytes();
  boolean equals(Object a);
  boolean contentEquals(StringBuffer a);
  boolean contentEquals(CharSequence a);
  boolean equalsIgnoreCase(String a);
  int compareTo(String a);
  int compareToIgnoreCase(String a);
  boolean regionMatches(int a, String b, int c, int d);
  boolean regionMatches(boolean a, int b, String c, int d, int e);
  boolean startsWith(String a, int b);
  boolean startsWith(String a);
  boolean endsWith(String a);
  int hashCode();
  int indexOf(int a);
  int indexOf(int a, int b);
  int indexOf(int a, int b, int c);
  int lastIndexOf(int a);
  int lastIndexOf(int a, int b);
  int indexOf(String a);
  int indexOf(String a, int b);
  int indexOf(String a, int b, int c);
  int lastIndexOf(String a);
  int lastIndexOf(String a, int b);
  String substring(int a);
  String substring(int a, int b);
  CharSequence subSequence(int a, int b);
  String concat(String a);
  String replace(char a, char b);
  boolean matches(String a);
  boolean contains(CharSequence a);
  String replaceFirst(String a, String b);
  String replaceAll(String a, String b);
  String replace(CharSequence a, CharSequence b);
  String[] split(String a, int b);
  String[] splitWithDelimiters(String a, int b);
  String[] split(String a);
  static String join(CharSequence a, CharSequence... b);
  static String join(CharSequence a, Iterable<? extends CharSequence> b);
  String toLowerCase(Locale a);
  String toLowerCase();
  String toUpperCase(Locale a);
  String toUpperCase();
  String trim();
  String strip();
  String stripLeading();
  String stripTrailing();
  boolean isBlank();
  Stream<String> lines() {}
  String indent(int a);
  String stripIndent();
  String translateEscapes();
  <R> R transform(Function<? super String, ? extends R> a);
  String toString();
  IntStream chars();
  IntStream codePoints();
  char[] toCharArray();
  static String format(String a, Object... b);
  static String format(Locale a, String b, Object... c);
  String formatted(Object... a);
  static String valueOf(Object a);
  static String valueOf(char[] a);
  static String valueOf(char[] a, int b, int c);
  static String copyValueOf(char[] a, int b, int c);
  static String copyValueOf(char[] a);
  static String valueOf(boolean a);
  static String valueOf(char a);
  static String valueOf(int a);
  static String valueOf(long a);
  static String valueOf(float a);
  static String valueOf(double a);
  String intern();
  String repeat(int a);
  Optional<String> describeConstable() {}
  String resolveConstantDesc(java.lang.invoke.MethodHandles.Lookup a);
  int compareTo(Object a);
  Object resolveConstantDesc(java.lang.invoke.MethodHandles.Lookup a);
}
class StringBuffer extends java.lang.AbstractStringBuilder implements Appendable, Serializable, Comparable<StringBuffer>, CharSequence {
  StringBuffer() {}
  StringBuffer(int a) {}
  StringBuffer(String a) {}
  StringBuffer(CharSequence a) {}
  int compareTo(StringBuffer a);
  int length();
  int capacity();
  void ensureCapacity(int a);
  void trimToSize();
  void setLength(int a);
  char charAt(int a);
  int codePointAt(int a);
  int codePointBefore(int a);
  int codePointCount(int a, int b);
  int offsetByCodePoints(int a, int b);
  void getChars(int a, int b, char[] c, int d);
  void setCharAt(int a, char b);
  StringBuffer append(Object a);
  StringBuffer append(String a);
  StringBuffer append(StringBuffer a);
  StringBuffer append(CharSequence a);
  StringBuffer append(CharSequence a, int b, int c);
  StringBuffer append(char[] a);
  StringBuffer append(char[] a, int b, int c);
  StringBuffer append(boolean a);
  StringBuffer append(char a);
  StringBuffer append(int a);
  StringBuffer appendCodePoint(int a);
  StringBuffer append(long a);
  StringBuffer append(float a);
  StringBuffer append(double a);
  StringBuffer delete(int a, int b);
  StringBuffer deleteCharAt(int a);
  StringBuffer replace(int a, int b, String c);
  String substring(int a);
  CharSequence subSequence(int a, int b);
  String substring(int a, int b);
  StringBuffer insert(int a, char[] b, int c, int d);
  StringBuffer insert(int a, Object b);
  StringBuffer insert(int a, String b);
  StringBuffer insert(int a, char[] b);
  StringBuffer insert(int a, CharSequence b);
  StringBuffer insert(int a, CharSequence b, int c, int d);
  StringBuffer insert(int a, boolean b);
  StringBuffer insert(int a, char b);
  StringBuffer insert(int a, int b);
  StringBuffer insert(int a, long b);
  StringBuffer insert(int a, float b);
  StringBuffer insert(int a, double b);
  int indexOf(String a);
  int indexOf(String a, int b);
  int lastIndexOf(String a);
  int lastIndexOf(String a, int b);
  StringBuffer reverse();
  StringBuffer repeat(int a, int b);
  StringBuffer repeat(CharSequence a, int b);
  String toString();
  java.lang.AbstractStringBuilder repeat(CharSequence a, int b);
  java.lang.AbstractStringBuilder repeat(int a, int b);
  IntStream codePoints();
  IntStream chars();
  java.lang.AbstractStringBuilder reverse();
  java.lang.AbstractStringBuilder insert(int a, double b);
  java.lang.AbstractStringBuilder insert(int a, float b);
  java.lang.AbstractStringBuilder insert(int a, long b);
  java.lang.AbstractStringBuilder insert(int a, int b);
  java.lang.AbstractStringBuilder insert(int a, char b);
  java.lang.AbstractStringBuilder insert(int a, boolean b);
  java.lang.AbstractStringBuilder insert(int a, CharSequence b, int c, int d);
  java.lang.AbstractStringBuilder insert(int a, CharSequence b);
  java.lang.AbstractStringBuilder insert(int a, char[] b);
  java.lang.AbstractStringBuilder insert(int a, String b);
  java.lang.AbstractStringBuilder insert(int a, Object b);
  java.lang.AbstractStringBuilder insert(int a, char[] b, int c, int d);
  java.lang.AbstractStringBuilder replace(int a, int b, String c);
  java.lang.AbstractStringBuilder deleteCharAt(int a);
  java.lang.AbstractStringBuilder appendCodePoint(int a);
  java.lang.AbstractStringBuilder delete(int a, int b);
  java.lang.AbstractStringBuilder append(double a);
  java.lang.AbstractStringBuilder append(float a);
  java.lang.AbstractStringBuilder append(long a);
  java.lang.AbstractStringBuilder append(int a);
  java.lang.AbstractStringBuilder append(char a);
  java.lang.AbstractStringBuilder append(boolean a);
  java.lang.AbstractStringBuilder append(char[] a, int b, int c);
  java.lang.AbstractStringBuilder append(char[] a);
  java.lang.AbstractStringBuilder append(CharSequence a, int b, int c);
  java.lang.AbstractStringBuilder append(CharSequence a);
  java.lang.AbstractStringBuilder append(StringBuffer a);
  java.lang.AbstractStringBuilder append(String a);
  java.lang.AbstractStringBuilder append(Object a);
  Appendable append(char a);
  Appendable append(CharSequence a, int b, int c);
  Appendable append(CharSequence a);
  int compareTo(Object a);
}
class StringBuilder extends java.lang.AbstractStringBuilder implements Appendable, Serializable, Comparable<StringBuilder>, CharSequence {
  StringBuilder() {}
  StringBuilder(int a) {}
  StringBuilder(String a) {}
  StringBuilder(CharSequence a) {}
  int compareTo(StringBuilder a);
  StringBuilder append(Object a);
  StringBuilder append(String a);
  StringBuilder append(StringBuffer a);
  StringBuilder append(CharSequence a);
  StringBuilder append(CharSequence a, int b, int c);
  StringBuilder append(char[] a);
  StringBuilder append(char[] a, int b, int c);
  StringBuilder append(boolean a);
  StringBuilder append(char a);
  StringBuilder append(int a);
  StringBuilder append(long a);
  StringBuilder append(float a);
  StringBuilder append(double a);
  StringBuilder appendCodePoint(int a);
  StringBuilder delete(int a, int b);
  StringBuilder deleteCharAt(int a);
  StringBuilder replace(int a, int b, String c);
  StringBuilder insert(int a, char[] b, int c, int d);
  StringBuilder insert(int a, Object b);
  StringBuilder insert(int a, String b);
  StringBuilder insert(int a, char[] b);
  StringBuilder insert(int a, CharSequence b);
  StringBuilder insert(int a, CharSequence b, int c, int d);
  StringBuilder insert(int a, boolean b);
  StringBuilder insert(int a, char b);
  StringBuilder insert(int a, int b);
  StringBuilder insert(int a, long b);
  StringBuilder insert(int a, float b);
  StringBuilder insert(int a, double b);
  int indexOf(String a);
  int indexOf(String a, int b);
  int lastIndexOf(String a);
  int lastIndexOf(String a, int b);
  StringBuilder reverse();
  StringBuilder repeat(int a, int b);
  StringBuilder repeat(CharSequence a, int b);
  String toString();
  java.lang.AbstractStringBuilder repeat(CharSequence a, int b);
  java.lang.AbstractStringBuilder repeat(int a, int b);
  IntStream codePoints();
  IntStream chars();
  java.lang.AbstractStringBuilder reverse();
  java.lang.AbstractStringBuilder insert(int a, double b);
  java.lang.AbstractStringBuilder insert(int a, float b);
  java.lang.AbstractStringBuilder insert(int a, long b);
  java.lang.AbstractStringBuilder insert(int a, int b);
  java.lang.AbstractStringBuilder insert(int a, char b);
  java.lang.AbstractStringBuilder insert(int a, boolean b);
  java.lang.AbstractStringBuilder insert(int a, CharSequence b, int c, int d);
  java.lang.AbstractStringBuilder insert(int a, CharSequence b);
  java.lang.AbstractStringBuilder insert(int a, char[] b);
  java.lang.AbstractStringBuilder insert(int a, String b);
  java.lang.AbstractStringBuilder insert(int a, Object b);
  java.lang.AbstractStringBuilder insert(int a, char[] b, int c, int d);
  String substring(int a, int b);
  CharSequence subSequence(int a, int b);
  String substring(int a);
  java.lang.AbstractStringBuilder replace(int a, int b, String c);
  java.lang.AbstractStringBuilder deleteCharAt(int a);
  java.lang.AbstractStringBuilder appendCodePoint(int a);
  java.lang.AbstractStringBuilder delete(int a, int b);
  java.lang.AbstractStringBuilder append(double a);
  java.lang.AbstractStringBuilder append(float a);
  java.lang.AbstractStringBuilder append(long a);
  java.lang.AbstractStringBuilder append(int a);
  java.lang.AbstractStringBuilder append(char a);
  java.lang.AbstractStringBuilder append(boolean a);
  java.lang.AbstractStringBuilder append(char[] a, int b, int c);
  java.lang.AbstractStringBuilder append(char[] a);
  java.lang.AbstractStringBuilder append(CharSequence a, int b, int c);
  java.lang.AbstractStringBuilder append(CharSequence a);
  java.lang.AbstractStringBuilder append(StringBuffer a);
  java.lang.AbstractStringBuilder append(String a);
  java.lang.AbstractStringBuilder append(Object a);
  void setCharAt(int a, char b);
  void getChars(int a, int b, char[] c, int d);
  int offsetByCodePoints(int a, int b);
  int codePointCount(int a, int b);
  int codePointBefore(int a);
  int codePointAt(int a);
  char charAt(int a);
  void setLength(int a);
  void trimToSize();
  void ensureCapacity(int a);
  int capacity();
  int length();
  Appendable append(char a);
  Appendable append(CharSequence a, int b, int c);
  Appendable append(CharSequence a);
  int compareTo(Object a);
}
class StringIndexOutOfBoundsException extends IndexOutOfBoundsException {
  StringIndexOutOfBoundsException() {}
  StringIndexOutOfBoundsException(String a) {}
  StringIndexOutOfBoundsException(int a) {}
}
interface SuppressWarnings extends java.lang.annotation.Annotation {
  String[] value();
}
class System {
  static InputStream in;
  static PrintStream out;
  static PrintStream err;
  static void setIn(InputStream a);
  static void setOut(PrintStream a);
  static void setErr(PrintStream a);
  static Console console();
  static java.nio.channels.Channel inheritedChannel();
  static void setSecurityManager(SecurityManager a);
  static SecurityManager getSecurityManager();
  static long currentTimeMillis();
  static long nanoTime();
  static void arraycopy(Object a, int b, Object c, int d, int e);
  static int identityHashCode(Object a);
  static Properties getProperties();
  static String lineSeparator();
  static void setProperties(Properties a);
  static String getProperty(String a);
  static String getProperty(String a, String b);
  static String setProperty(String a, String b);
  static String clearProperty(String a);
  static String getenv(String a);
  static Map<String, String> getenv() {}
  static System.Logger getLogger(String a);
  static System.Logger getLogger(String a, ResourceBundle b);
  static void exit(int a);
  static void gc();
  static void runFinalization();
  static void load(String a);
  static void loadLibrary(String a);
  static String mapLibraryName(String a);
  static interface Logger {
    String getName();
    boolean isLoggable(System.Logger.Level a);
    default void log(System.Logger.Level a, String b);
    default void log(System.Logger.Level a, Supplier<String> b);
    default void log(System.Logger.Level a, Object b);
    default void log(System.Logger.Level a, String b, Throwable c);
    default void log(System.Logger.Level a, Supplier<String> b, Throwable c);
    default void log(System.Logger.Level a, String b, Object... c);
    void log(System.Logger.Level a, ResourceBundle b, String c, Throwable d);
    void log(System.Logger.Level a, ResourceBundle b, String c, Object... d);
    static enum Level {
      ALL, TRACE, DEBUG, INFO, WARNING, ERROR, OFF;
      static System.Logger.Level[] values();
      static System.Logger.Level valueOf(String a);
      String getName();
      int getSeverity();
    }
  }
  static abstract class LoggerFinder {
    protected LoggerFinder() {}
    abstract System.Logger getLogger(String a, Module b);
    System.Logger getLocalizedLogger(String a, ResourceBundle b, Module c);
    static System.LoggerFinder getLoggerFinder();
  }
}
class Thread implements Runnable {
  static int MIN_PRIORITY;
  static int NORM_PRIORITY;
  static int MAX_PRIORITY;
  static Thread currentThread();
  static void yield();
  static void sleep(long a);
  static void sleep(long a, int b);
  static void sleep(Duration a);
  static void onSpinWait();
  static Thread.Builder.OfPlatform ofPlatform();
  static Thread.Builder.OfVirtual ofVirtual();
  protected Object clone();
  Thread() {}
  Thread(Runnable a) {}
  Thread(ThreadGroup a, Runnable b) {}
  Thread(String a) {}
  Thread(ThreadGroup a, String b) {}
  Thread(Runnable a, String b) {}
  Thread(ThreadGroup a, Runnable b, String c) {}
  Thread(ThreadGroup a, Runnable b, String c, long d) {}
  Thread(ThreadGroup a, Runnable b, String c, long d, boolean e) {}
  static Thread startVirtualThread(Runnable a);
  boolean isVirtual();
  void start();
  void run();
  void stop();
  void interrupt();
  static boolean interrupted();
  boolean isInterrupted();
  boolean isAlive();
  void setPriority(int a);
  int getPriority();
  void setName(String a);
  String getName();
  ThreadGroup getThreadGroup();
  static int activeCount();
  static int enumerate(Thread[] a);
  void join(long a);
  void join(long a, int b);
  void join();
  boolean join(Duration a);
  static void dumpStack();
  void setDaemon(boolean a);
  boolean isDaemon();
  void checkAccess();
  String toString();
  ClassLoader getContextClassLoader();
  void setContextClassLoader(ClassLoader a);
  static boolean holdsLock(Object a);
  StackTraceElement[] getStackTrace();
  static Map<Thread, StackTraceElement[]> getAllStackTraces() {}
  long getId();
  long threadId();
  Thread.State getState();
  static void setDefaultUncaughtExceptionHandler(Thread.UncaughtExceptionHandler a);
  static Thread.UncaughtExceptionHandler getDefaultUncaughtExceptionHandler();
  Thread.UncaughtExceptionHandler getUncaughtExceptionHandler();
  void setUncaughtExceptionHandler(Thread.UncaughtExceptionHandler a);
  static interface Builder {
    Thread.Builder name(String a);
    Thread.Builder name(String a, long b);
    Thread.Builder inheritInheritableThreadLocals(boolean a);
    Thread.Builder uncaughtExceptionHandler(Thread.UncaughtExceptionHandler a);
    Thread unstarted(Runnable a);
    Thread start(Runnable a);
    ThreadFactory factory();
    static interface OfPlatform extends Thread.Builder {
      Thread.Builder.OfPlatform name(String a);
      Thread.Builder.OfPlatform name(String a, long b);
      Thread.Builder.OfPlatform inheritInheritableThreadLocals(boolean a);
      Thread.Builder.OfPlatform uncaughtExceptionHandler(Thread.UncaughtExceptionHandler a);
      Thread.Builder.OfPlatform group(ThreadGroup a);
      Thread.Builder.OfPlatform daemon(boolean a);
      default Thread.Builder.OfPlatform daemon();
      Thread.Builder.OfPlatform priority(int a);
      Thread.Builder.OfPlatform stackSize(long a);
      default Thread.Builder uncaughtExceptionHandler(Thread.UncaughtExceptionHandler a);
      default Thread.Builder inheritInheritableThreadLocals(boolean a);
      default Thread.Builder name(String a, long b);
      default Thread.Builder name(String a);
    }
    static interface OfVirtual extends Thread.Builder {
      Thread.Builder.OfVirtual name(String a);
      Thread.Builder.OfVirtual name(String a, long b);
      Thread.Builder.OfVirtual inheritInheritableThreadLocals(boolean a);
      Thread.Builder.OfVirtual uncaughtExceptionHandler(Thread.UncaughtExceptionHandler a);
      default Thread.Builder uncaughtExceptionHandler(Thread.UncaughtExceptionHandler a);
      default Thread.Builder inheritInheritableThreadLocals(boolean a);
      default Thread.Builder name(String a, long b);
      default Thread.Builder name(String a);
    }
  }
  static enum State {
    NEW, RUNNABLE, BLOCKED, WAITING, TIMED_WAITING, TERMINATED;
    static Thread.State[] values();
    static Thread.State valueOf(String a);
  }
  static interface UncaughtExceptionHandler {
    void uncaughtException(Thread a, Throwable b);
  }
}
class ThreadDeath extends Error {
  ThreadDeath() {}
}
class ThreadGroup implements Thread.UncaughtExceptionHandler {
  ThreadGroup(String a) {}
  ThreadGroup(ThreadGroup a, String b) {}
  String getName();
  ThreadGroup getParent();
  int getMaxPriority();
  boolean isDaemon();
  boolean isDestroyed();
  void setDaemon(boolean a);
  void setMaxPriority(int a);
  boolean parentOf(ThreadGroup a);
  void checkAccess();
  int activeCount();
  int enumerate(Thread[] a);
  int enumerate(Thread[] a, boolean b);
  int activeGroupCount();
  int enumerate(ThreadGroup[] a);
  int enumerate(ThreadGroup[] a, boolean b);
  void interrupt();
  void destroy();
  void list();
  void uncaughtException(Thread a, Throwable b);
  String toString();
}
class ThreadLocal<T> {
  protected T initialValue();
  static <S> ThreadLocal<S> withInitial(Supplier<? extends S> a) {}
  ThreadLocal() {}
  T get();
  void set(T a);
  void remove();
}
class Throwable implements Serializable {
  Throwable() {}
  Throwable(String a) {}
  Throwable(String a, Throwable b) {}
  Throwable(Throwable a) {}
  protected Throwable(String a, Throwable b, boolean c, boolean d) {}
  String getMessage();
  String getLocalizedMessage();
  Throwable getCause();
  Throwable initCause(Throwable a);
  String toString();
  void printStackTrace();
  void printStackTrace(PrintStream a);
  void printStackTrace(PrintWriter a);
  Throwable fillInStackTrace();
  StackTraceElement[] getStackTrace();
  void setStackTrace(StackTraceElement[] a);
  void addSuppressed(Throwable a);
  Throwable[] getSuppressed();
}
class TypeNotPresentException extends RuntimeException {
  TypeNotPresentException(String a, Throwable b) {}
  String typeName();
}
class UnknownError extends VirtualMachineError {
  UnknownError() {}
  UnknownError(String a) {}
}
class UnsatisfiedLinkError extends LinkageError {
  UnsatisfiedLinkError() {}
  UnsatisfiedLinkError(String a) {}
}
class UnsupportedClassVersionError extends ClassFormatError {
  UnsupportedClassVersionError() {}
  UnsupportedClassVersionError(String a) {}
}
class UnsupportedOperationException extends RuntimeException {
  UnsupportedOperationException() {}
  UnsupportedOperationException(String a) {}
  UnsupportedOperationException(String a, Throwable b) {}
  UnsupportedOperationException(Throwable a) {}
}
class VerifyError extends LinkageError {
  VerifyError() {}
  VerifyError(String a) {}
}
abstract class VirtualMachineError extends Error {
  VirtualMachineError() {}
  VirtualMachineError(String a) {}
  VirtualMachineError(String a, Throwable b) {}
  VirtualMachineError(Throwable a) {}
}
class Void {
  static Class<Void> TYPE;
}
class WrongThreadException extends RuntimeException {
  WrongThreadException() {}
  WrongThreadException(String a) {}
  WrongThreadException(String a, Throwable b) {}
  WrongThreadException(Throwable a) {}
}
package java.math;
class BigDecimal extends Number implements Comparable<BigDecimal> {
  static BigDecimal ZERO;
  static BigDecimal ONE;
  static BigDecimal TWO;
  static BigDecimal TEN;
  static int ROUND_UP;
  static int ROUND_DOWN;
  static int ROUND_CEILING;
  static int ROUND_FLOOR;
  static int ROUND_HALF_UP;
  static int ROUND_HALF_DOWN;
  static int ROUND_HALF_EVEN;
  static int ROUND_UNNECESSARY;
  BigDecimal(char[] a, int b, int c) {}
  BigDecimal(char[] a, int b, int c, MathContext d) {}
  BigDecimal(char[] a) {}
  BigDecimal(char[] a, MathContext b) {}
  BigDecimal(String a) {}
  BigDecimal(String a, MathContext b) {}
  BigDecimal(double a) {}
  BigDecimal(double a, MathContext b) {}
  BigDecimal(BigInteger a) {}
  BigDecimal(BigInteger a, MathContext b) {}
  BigDecimal(BigInteger a, int b) {}
  BigDecimal(BigInteger a, int b, MathContext c) {}
  BigDecimal(int a) {}
  BigDecimal(int a, MathContext b) {}
  BigDecimal(long a) {}
  BigDecimal(long a, MathContext b) {}
  static BigDecimal valueOf(long a, int b);
  static BigDecimal valueOf(long a);
  static BigDecimal valueOf(double a);
  BigDecimal add(BigDecimal a);
  BigDecimal add(BigDecimal a, MathContext b);
  BigDecimal subtract(BigDecimal a);
  BigDecimal subtract(BigDecimal a, MathContext b);
  BigDecimal multiply(BigDecimal a);
  BigDecimal multiply(BigDecimal a, MathContext b);
  BigDecimal divide(BigDecimal a, int b, int c);
  BigDecimal divide(BigDecimal a, int b, RoundingMode c);
  BigDecimal divide(BigDecimal a, int b);
  BigDecimal divide(BigDecimal a, RoundingMode b);
  BigDecimal divide(BigDecimal a);
  BigDecimal divide(BigDecimal a, MathContext b);
  BigDecimal divideToIntegralValue(BigDecimal a);
  BigDecimal divideToIntegralValue(BigDecimal a, MathContext b);
  BigDecimal remainder(BigDecimal a);
  BigDecimal remainder(BigDecimal a, MathContext b);
  BigDecimal[] divideAndRemainder(BigDecimal a);
  BigDecimal[] divideAndRemainder(BigDecimal a, MathContext b);
  BigDecimal sqrt(MathContext a);
  BigDecimal pow(int a);
  BigDecimal pow(int a, MathContext b);
  BigDecimal abs();
  BigDecimal abs(MathContext a);
  BigDecimal negate();
  BigDecimal negate(MathContext a);
  BigDecimal plus();
  BigDecimal plus(MathContext a);
  int signum();
  int scale();
  int precision();
  BigInteger unscaledValue();
  BigDecimal round(MathContext a);
  BigDecimal setScale(int a, RoundingMode b);
  BigDecimal setScale(int a, int b);
  BigDecimal setScale(int a);
  BigDecimal movePointLeft(int a);
  BigDecimal movePointRight(int a);
  BigDecimal scaleByPowerOfTen(int a);
  BigDecimal stripTrailingZeros();
  int compareTo(BigDecimal a);
  boolean equals(Object a);
  BigDecimal min(BigDecimal a);
  BigDecimal max(BigDecimal a);
  int hashCode();
  String toString();
  String toEngineeringString();
  String toPlainString();
  BigInteger toBigInteger();
  BigInteger toBigIntegerExact();
  long longValue();
  long longValueExact();
  int intValue();
  int intValueExact();
  short shortValueExact();
  byte byteValueExact();
  float floatValue();
  double doubleValue();
  BigDecimal ulp();
  int compareTo(Object a);
}
class BigInteger extends Number implements Comparable<BigInteger> {
  static BigInteger ZERO;
  static BigInteger ONE;
  static BigInteger TWO;
  static BigInteger TEN;
  BigInteger(byte[] a, int b, int c) {}
  BigInteger(byte[] a) {}
  BigInteger(int a, byte[] b, int c, int d) {}
  BigInteger(int a, byte[] b) {}
  BigInteger(String a, int b) {}
  BigInteger(String a) {}
  BigInteger(int a, Random b) {}
  BigInteger(int a, int b, Random c) {}
  static BigInteger probablePrime(int a, Random b);
  BigInteger nextProbablePrime();
  static BigInteger valueOf(long a);
  BigInteger add(BigInteger a);
  BigInteger subtract(BigInteger a);
  BigInteger multiply(BigInteger a);
  BigInteger parallelMultiply(BigInteger a);
  BigInteger divide(BigInteger a);
  BigInteger[] divideAndRemainder(BigInteger a);
  BigInteger remainder(BigInteger a);
  BigInteger pow(int a);
  BigInteger sqrt();
  BigInteger[] sqrtAndRemainder();
  BigInteger gcd(BigInteger a);
  BigInteger abs();
  BigInteger negate();
  int signum();
  BigInteger mod(BigInteger a);
  BigInteger modPow(BigInteger a, BigInteger b);
  BigInteger modInverse(BigInteger a);
  BigInteger shiftLeft(int a);
  BigInteger shiftRight(int a);
  BigInteger and(BigInteger a);
  BigInteger or(BigInteger a);
  BigInteger xor(BigInteger a);
  BigInteger not();
  BigInteger andNot(BigInteger a);
  boolean testBit(int a);
  BigInteger setBit(int a);
  BigInteger clearBit(int a);
  BigInteger flipBit(int a);
  int getLowestSetBit();
  int bitLength();
  int bitCount();
  boolean isProbablePrime(int a);
  int compareTo(BigInteger a);
  boolean equals(Object a);
  BigInteger min(BigInteger a);
  BigInteger max(BigInteger a);
  int hashCode();
  String toString(int a);
  String toString();
  byte[] toByteArray();
  int intValue();
  long longValue();
  float floatValue();
  double doubleValue();
  long longValueExact();
  int intValueExact();
  short shortValueExact();
  byte byteValueExact();
  int compareTo(Object a);
}
class MathContext implements Serializable {
  static MathContext UNLIMITED;
  static MathContext DECIMAL32;
  static MathContext DECIMAL64;
  static MathContext DECIMAL128;
  MathContext(int a) {}
  MathContext(int a, RoundingMode b) {}
  MathContext(String a) {}
  int getPrecision();
  RoundingMode getRoundingMode();
  boolean equals(Object a);
  int hashCode();
  String toString();
}
enum RoundingMode {
  UP, DOWN, CEILING, FLOOR, HALF_UP, HALF_DOWN, HALF_EVEN, UNNECESSARY;
  static RoundingMode[] values();
  static RoundingMode valueOf(String a);
  static RoundingMode valueOf(int a);
}
package java.nio.file;
class AccessDeniedException extends FileSystemException {
  AccessDeniedException(String a) {}
  AccessDeniedException(String a, String b, String c) {}
}
enum AccessMode {
  READ, WRITE, EXECUTE;
  static AccessMode[] values();
  static AccessMode valueOf(String a);
}
class AtomicMoveNotSupportedException extends FileSystemException {
  AtomicMoveNotSupportedException(String a, String b, String c) {}
}
class ClosedDirectoryStreamException extends IllegalStateException {
  ClosedDirectoryStreamException() {}
}
class ClosedFileSystemException extends IllegalStateException {
  ClosedFileSystemException() {}
}
class ClosedWatchServiceException extends IllegalStateException {
  ClosedWatchServiceException() {}
}
interface CopyOption {
}
class DirectoryIteratorException extends ConcurrentModificationException {
  DirectoryIteratorException(IOException a) {}
  IOException getCause();
  Throwable getCause();
}
class DirectoryNotEmptyException extends FileSystemException {
  DirectoryNotEmptyException(String a) {}
}
interface DirectoryStream<T> extends Closeable, Iterable<T> {
  Iterator<T> iterator() {}
  static interface Filter<T> {
    boolean accept(T a);
  }
}
class FileAlreadyExistsException extends FileSystemException {
  FileAlreadyExistsException(String a) {}
  FileAlreadyExistsException(String a, String b, String c) {}
}
abstract class FileStore {
  protected FileStore() {}
  abstract String name();
  abstract String type();
  abstract boolean isReadOnly();
  abstract long getTotalSpace();
  abstract long getUsableSpace();
  abstract long getUnallocatedSpace();
  long getBlockSize();
  abstract boolean supportsFileAttributeView(Class<? extends java.nio.file.attribute.FileAttributeView> a);
  abstract boolean supportsFileAttributeView(String a);
  abstract <V extends java.nio.file.attribute.FileStoreAttributeView> V getFileStoreAttributeView(Class<V> a);
  abstract Object getAttribute(String a);
}
abstract class FileSystem implements Closeable {
  protected FileSystem() {}
  abstract java.nio.file.spi.FileSystemProvider provider();
  abstract void close();
  abstract boolean isOpen();
  abstract boolean isReadOnly();
  abstract String getSeparator();
  abstract Iterable<Path> getRootDirectories() {}
  abstract Iterable<FileStore> getFileStores() {}
  abstract Set<String> supportedFileAttributeViews() {}
  abstract Path getPath(String a, String... b);
  abstract PathMatcher getPathMatcher(String a);
  abstract java.nio.file.attribute.UserPrincipalLookupService getUserPrincipalLookupService();
  abstract WatchService newWatchService();
}
class FileSystemAlreadyExistsException extends RuntimeException {
  FileSystemAlreadyExistsException() {}
  FileSystemAlreadyExistsException(String a) {}
}
class FileSystemException extends IOException {
  FileSystemException(String a) {}
  FileSystemException(String a, String b, String c) {}
  String getFile();
  String getOtherFile();
  String getReason();
  String getMessage();
}
class FileSystemLoopException extends FileSystemException {
  FileSystemLoopException(String a) {}
}
class FileSystemNotFoundException extends RuntimeException {
  FileSystemNotFoundException() {}
  FileSystemNotFoundException(String a) {}
}
class FileSystems {
  static FileSystem getDefault();
  static FileSystem getFileSystem(java.net.URI a);
  static FileSystem newFileSystem(java.net.URI a, Map<String, ?> b);
  static FileSystem newFileSystem(java.net.URI a, Map<String, ?> b, ClassLoader c);
  static FileSystem newFileSystem(Path a, ClassLoader b);
  static FileSystem newFileSystem(Path a, Map<String, ?> b);
  static FileSystem newFileSystem(Path a);
  static FileSystem newFileSystem(Path a, Map<String, ?> b, ClassLoader c);
}
enum FileVisitOption {
  FOLLOW_LINKS;
  static FileVisitOption[] values();
  static FileVisitOption valueOf(String a);
}
enum FileVisitResult {
  CONTINUE, TERMINATE, SKIP_SUBTREE, SKIP_SIBLINGS;
  static FileVisitResult[] values();
  static FileVisitResult valueOf(String a);
}
interface FileVisitor<T> {
  FileVisitResult preVisitDirectory(T a, java.nio.file.attribute.BasicFileAttributes b);
  FileVisitResult visitFile(T a, java.nio.file.attribute.BasicFileAttributes b);
  FileVisitResult visitFileFailed(T a, IOException b);
  FileVisitResult postVisitDirectory(T a, IOException b);
}
class Files {
  static InputStream newInputStream(Path a, OpenOption... b);
  static OutputStream newOutputStream(Path a, OpenOption... b);
  static java.nio.channels.SeekableByteChannel newByteChannel(Path a, Set<? extends OpenOption> b, java.nio.file.attribute.FileAttribute<?>... c);
  static java.nio.channels.SeekableByteChannel newByteChannel(Path a, OpenOption... b);
  static DirectoryStream<Path> newDirectoryStream(Path a) {}
  static DirectoryStream<Path> newDirectoryStream(Path a, String b) {}
  static DirectoryStream<Path> newDirectoryStream(Path a, DirectoryStream.Filter<? super Path> b) {}
  static Path createFile(Path a, java.nio.file.attribute.FileAttribute<?>... b);
  static Path createDirectory(Path a, java.nio.file.attribute.FileAttribute<?>... b);
  static Path createDirectories(Path a, java.nio.file.attribute.FileAttribute<?>... b);
  static Path createTempFile(Path a, String b, String c, java.nio.file.attribute.FileAttribute<?>... d);
  static Path createTempFile(String a, String b, java.nio.file.attribute.FileAttribute<?>... c);
  static Path createTempDirectory(Path a, String b, java.nio.file.attribute.FileAttribute<?>... c);
  static Path createTempDirectory(String a, java.nio.file.attribute.FileAttribute<?>... b);
  static Path createSymbolicLink(Path a, Path b, java.nio.file.attribute.FileAttribute<?>... c);
  static Path createLink(Path a, Path b);
  static void delete(Path a);
  static boolean deleteIfExists(Path a);
  static Path copy(Path a, Path b, CopyOption... c);
  static Path move(Path a, Path b, CopyOption... c);
  static Path readSymbolicLink(Path a);
  static FileStore getFileStore(Path a);
  static boolean isSameFile(Path a, Path b);
  static long mismatch(Path a, Path b);
  static boolean isHidden(Path a);
  static String probeContentType(Path a);
  static <V extends java.nio.file.attribute.FileAttributeView> V getFileAttributeView(Path a, Class<V> b, LinkOption... c);
  static <A extends java.nio.file.attribute.BasicFileAttributes> A readAttributes(Path a, Class<A> b, LinkOption... c);
  static Path setAttribute(Path a, String b, Object c, LinkOption... d);
  static Object getAttribute(Path a, String b, LinkOption... c);
  static Map<String, Object> readAttributes(Path a, String b, LinkOption... c) {}
  static Set<java.nio.file.attribute.PosixFilePermission> getPosixFilePermissions(Path a, LinkOption... b) {}
  static Path setPosixFilePermissions(Path a, Set<java.nio.file.attribute.PosixFilePermission> b);
  static java.nio.file.attribute.UserPrincipal getOwner(Path a, LinkOption... b);
  static Path setOwner(Path a, java.nio.file.attribute.UserPrincipal b);
  static boolean isSymbolicLink(Path a);
  static boolean isDirectory(Path a, LinkOption... b);
  static boolean isRegularFile(Path a, LinkOption... b);
  static java.nio.file.attribute.FileTime getLastModifiedTime(Path a, LinkOption... b);
  static Path setLastModifiedTime(Path a, java.nio.file.attribute.FileTime b);
  static long size(Path a);
  static boolean exists(Path a, LinkOption... b);
  static boolean notExists(Path a, LinkOption... b);
  static boolean isReadable(Path a);
  static boolean isWritable(Path a);
  static boolean isExecutable(Path a);
  static Path walkFileTree(Path a, Set<FileVisitOption> b, int c, FileVisitor<? super Path> d);
  static Path walkFileTree(Path a, FileVisitor<? super Path> b);
  static BufferedReader newBufferedReader(Path a, java.nio.charset.Charset b);
  static BufferedReader newBufferedReader(Path a);
  static BufferedWriter newBufferedWriter(Path a, java.nio.charset.Charset b, OpenOption... c);
  static BufferedWriter newBufferedWriter(Path a, OpenOption... b);
  static long copy(InputStream a, Path b, CopyOption... c);
  static long copy(Path a, OutputStream b);
  static byte[] readAllBytes(Path a);
  static String readString(Path a);
  static String readString(Path a, java.nio.charset.Charset b);
  static List<String> readAllLines(Path a, java.nio.charset.Charset b) {}
  static List<String> readAllLines(Path a) {}
  static Path write(Path a, byte[] b, OpenOption... c);
  static Path write(Path a, Iterable<? extends CharSequence> b, java.nio.charset.Charset c, OpenOption... d);
  static Path write(Path a, Iterable<? extends CharSequence> b, OpenOption... c);
  static Path writeString(Path a, CharSequence b, OpenOption... c);
  static Path writeString(Path a, CharSequence b, java.nio.charset.Charset c, OpenOption... d);
  static Stream<Path> list(Path a) {}
  static Stream<Path> walk(Path a, int b, FileVisitOption... c) {}
  static Stream<Path> walk(Path a, FileVisitOption... b) {}
  static Stream<Path> find(Path a, int b, BiPredicate<Path, java.nio.file.attribute.BasicFileAttributes> c, FileVisitOption... d) {}
  static Stream<String> lines(Path a, java.nio.charset.Charset b) {}
  static Stream<String> lines(Path a) {}
}
class InvalidPathException extends IllegalArgumentException {
  InvalidPathException(String a, String b, int c) {}
  InvalidPathException(String a, String b) {}
  String getInput();
  String getReason();
  int getIndex();
  String getMessage();
}
enum LinkOption implements OpenOption, CopyOption {
  NOFOLLOW_LINKS;
  static LinkOption[] values();
  static LinkOption valueOf(String a);
}
class LinkPermission extends java.security.BasicPermission {
  LinkPermission(String a) {}
  LinkPermission(String a, String b) {}
}
class NoSuchFileException extends FileSystemException {
  NoSuchFileException(String a) {}
  NoSuchFileException(String a, String b, String c) {}
}
class NotDirectoryException extends FileSystemException {
  NotDirectoryException(String a) {}
}
class NotLinkException extends FileSystemException {
  NotLinkException(String a) {}
  NotLinkException(String a, String b, String c) {}
}
interface OpenOption {
}
interface Path extends Comparable<Path>, Iterable<Path>, Watchable {
  static Path of(String a, String... b);
  static Path of(java.net.URI a);
  FileSystem getFileSystem();
  boolean isAbsolute();
  Path getRoot();
  Path getFileName();
  Path getParent();
  int getNameCount();
  Path getName(int a);
  Path subpath(int a, int b);
  boolean startsWith(Path a);
  default boolean startsWith(String a);
  boolean endsWith(Path a);
  default boolean endsWith(String a);
  Path normalize();
  Path resolve(Path a);
  default Path resolve(String a);
  default Path resolve(Path a, Path... b);
  default Path resolve(String a, String... b);
  default Path resolveSibling(Path a);
  default Path resolveSibling(String a);
  Path relativize(Path a);
  java.net.URI toUri();
  Path toAbsolutePath();
  Path toRealPath(LinkOption... a);
  default File toFile();
  WatchKey register(WatchService a, WatchEvent.Kind<?>[] b, WatchEvent.Modifier... c);
  default WatchKey register(WatchService a, WatchEvent.Kind<?>... b);
  default Iterator<Path> iterator() {}
  int compareTo(Path a);
  boolean equals(Object a);
  int hashCode();
  String toString();
  default int compareTo(Object a);
}
interface PathMatcher {
  boolean matches(Path a);
}
class Paths {
  static Path get(String a, String... b);
  static Path get(java.net.URI a);
}
class ProviderMismatchException extends IllegalArgumentException {
  ProviderMismatchException() {}
  ProviderMismatchException(String a) {}
}
class ProviderNotFoundException extends RuntimeException {
  ProviderNotFoundException() {}
  ProviderNotFoundException(String a) {}
}
class ReadOnlyFileSystemException extends UnsupportedOperationException {
  ReadOnlyFileSystemException() {}
}
interface SecureDirectoryStream<T> extends DirectoryStream<T> {
  SecureDirectoryStream<T> newDirectoryStream(T a, LinkOption... b) {}
  java.nio.channels.SeekableByteChannel newByteChannel(T a, Set<? extends OpenOption> b, java.nio.file.attribute.FileAttribute<?>... c);
  void deleteFile(T a);
  void deleteDirectory(T a);
  void move(T a, SecureDirectoryStream<T> b, T c);
  <V extends java.nio.file.attribute.FileAttributeView> V getFileAttributeView(Class<V> a);
  <V extends java.nio.file.attribute.FileAttributeView> V getFileAttributeView(T a, Class<V> b, LinkOption... c);
}
class SimpleFileVisitor<T> implements FileVisitor<T> {
  protected SimpleFileVisitor() {}
  FileVisitResult preVisitDirectory(T a, java.nio.file.attribute.BasicFileAttributes b);
  FileVisitResult visitFile(T a, java.nio.file.attribute.BasicFileAttributes b);
  FileVisitResult visitFileFailed(T a, IOException b);
  FileVisitResult postVisitDirectory(T a, IOException b);
}
enum StandardCopyOption implements CopyOption {
  REPLACE_EXISTING, COPY_ATTRIBUTES, ATOMIC_MOVE;
  static StandardCopyOption[] values();
  static StandardCopyOption valueOf(String a);
}
enum StandardOpenOption implements OpenOption {
  READ, WRITE, APPEND, TRUNCATE_EXISTING, CREATE, CREATE_NEW, DELETE_ON_CLOSE, SPARSE, SYNC, DSYNC;
  static StandardOpenOption[] values();
  static StandardOpenOption valueOf(String a);
}
class StandardWatchEventKinds {
  static WatchEvent.Kind<Object> OVERFLOW;
  static WatchEvent.Kind<Path> ENTRY_CREATE;
  static WatchEvent.Kind<Path> ENTRY_DELETE;
  static WatchEvent.Kind<Path> ENTRY_MODIFY;
}
interface WatchEvent<T> {
  WatchEvent.Kind<T> kind() {}
  int count();
  T context();
  static interface Kind<T> {
    String name();
    Class<T> type() {}
  }
  static interface Modifier {
    String name();
  }
}
interface WatchKey {
  boolean isValid();
  List<WatchEvent<?>> pollEvents() {}
  boolean reset();
  void cancel();
  Watchable watchable();
}
interface WatchService extends Closeable {
  void close();
  WatchKey poll();
  WatchKey poll(long a, TimeUnit b);
  WatchKey take();
}
interface Watchable {
  WatchKey register(WatchService a, WatchEvent.Kind<?>[] b, WatchEvent.Modifier... c);
  WatchKey register(WatchService a, WatchEvent.Kind<?>... b);
}
package java.time;
abstract class Clock implements InstantSource {
  static Clock systemUTC();
  static Clock systemDefaultZone();
  static Clock system(ZoneId a);
  static Clock tickMillis(ZoneId a);
  static Clock tickSeconds(ZoneId a);
  static Clock tickMinutes(ZoneId a);
  static Clock tick(Clock a, Duration b);
  static Clock fixed(Instant a, ZoneId b);
  static Clock offset(Clock a, Duration b);
  protected Clock() {}
  abstract ZoneId getZone();
  abstract Clock withZone(ZoneId a);
  long millis();
  abstract Instant instant();
  boolean equals(Object a);
  int hashCode();
}
class DateTimeException extends RuntimeException {
  DateTimeException(String a) {}
  DateTimeException(String a, Throwable b) {}
}
enum DayOfWeek implements java.time.temporal.TemporalAccessor, java.time.temporal.TemporalAdjuster {
  MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY;
  static DayOfWeek[] values();
  static DayOfWeek valueOf(String a);
  static DayOfWeek of(int a);
  static DayOfWeek from(java.time.temporal.TemporalAccessor a);
  int getValue();
  String getDisplayName(java.time.format.TextStyle a, Locale b);
  boolean isSupported(java.time.temporal.TemporalField a);
  java.time.temporal.ValueRange range(java.time.temporal.TemporalField a);
  int get(java.time.temporal.TemporalField a);
  long getLong(java.time.temporal.TemporalField a);
  DayOfWeek plus(long a);
  DayOfWeek minus(long a);
  <R> R query(java.time.temporal.TemporalQuery<R> a);
  java.time.temporal.Temporal adjustInto(java.time.temporal.Temporal a);
}
class Duration implements java.time.temporal.TemporalAmount, Comparable<Duration>, Serializable {
  static Duration ZERO;
  static Duration ofDays(long a);
  static Duration ofHours(long a);
  static Duration ofMinutes(long a);
  static Duration ofSeconds(long a);
  static Duration ofSeconds(long a, long b);
  static Duration ofMillis(long a);
  static Duration ofNanos(long a);
  static Duration of(long a, java.time.temporal.TemporalUnit b);
  static Duration from(java.time.temporal.TemporalAmount a);
  static Duration parse(CharSequence a);
  static Duration between(java.time.temporal.Temporal a, java.time.temporal.Temporal b);
  long get(java.time.temporal.TemporalUnit a);
  List<java.time.temporal.TemporalUnit> getUnits() {}
  boolean isPositive();
  boolean isZero();
  boolean isNegative();
  long getSeconds();
  int getNano();
  Duration withSeconds(long a);
  Duration withNanos(int a);
  Duration plus(Duration a);
  Duration plus(long a, java.time.temporal.TemporalUnit b);
  Duration plusDays(long a);
  Duration plusHours(long a);
  Duration plusMinutes(long a);
  Duration plusSeconds(long a);
  Duration plusMillis(long a);
  Duration plusNanos(long a);
  Duration minus(Duration a);
  Duration minus(long a, java.time.temporal.TemporalUnit b);
  Duration minusDays(long a);
  Duration minusHours(long a);
  Duration minusMinutes(long a);
  Duration minusSeconds(long a);
  Duration minusMillis(long a);
  Duration minusNanos(long a);
  Duration multipliedBy(long a);
  Duration dividedBy(long a);
  long dividedBy(Duration a);
  Duration negated();
  Duration abs();
  java.time.temporal.Temporal addTo(java.time.temporal.Temporal a);
  java.time.temporal.Temporal subtractFrom(java.time.temporal.Temporal a);
  long toDays();
  long toHours();
  long toMinutes();
  long toSeconds();
  long toMillis();
  long toNanos();
  long toDaysPart();
  int toHoursPart();
  int toMinutesPart();
  int toSecondsPart();
  int toMillisPart();
  int toNanosPart();
  Duration truncatedTo(java.time.temporal.TemporalUnit a);
  int compareTo(Duration a);
  boolean equals(Object a);
  int hashCode();
  String toString();
  int compareTo(Object a);
}
class Instant implements java.time.temporal.Temporal, java.time.temporal.TemporalAdjuster, Comparable<Instant>, Serializable {
  static Instant EPOCH;
  static Instant MIN;
  static Instant MAX;
  static Instant now();
  static Instant now(Clock a);
  static Instant ofEpochSecond(long a);
  static Instant ofEpochSecond(long a, long b);
  static Instant ofEpochMilli(long a);
  static Instant from(java.time.temporal.TemporalAccessor a);
  static Instant parse(CharSequence a);
  boolean isSupported(java.time.temporal.TemporalField a);
  boolean isSupported(java.time.temporal.TemporalUnit a);
  java.time.temporal.ValueRange range(java.time.temporal.TemporalField a);
  int get(java.time.temporal.TemporalField a);
  long getLong(java.time.temporal.TemporalField a);
  long getEpochSecond();
  int getNano();
  Instant with(java.time.temporal.TemporalAdjuster a);
  Instant with(java.time.temporal.TemporalField a, long b);
  Instant truncatedTo(java.time.temporal.TemporalUnit a);
  Instant plus(java.time.temporal.TemporalAmount a);
  Instant plus(long a, java.time.temporal.TemporalUnit b);
  Instant plusSeconds(long a);
  Instant plusMillis(long a);
  Instant plusNanos(long a);
  Instant minus(java.time.temporal.TemporalAmount a);
  Instant minus(long a, java.time.temporal.TemporalUnit b);
  Instant minusSeconds(long a);
  Instant minusMillis(long a);
  Instant minusNanos(long a);
  <R> R query(java.time.temporal.TemporalQuery<R> a);
  java.time.temporal.Temporal adjustInto(java.time.temporal.Temporal a);
  long until(java.time.temporal.Temporal a, java.time.temporal.TemporalUnit b);
  Duration until(Instant a);
  OffsetDateTime atOffset(ZoneOffset a);
  ZonedDateTime atZone(ZoneId a);
  long toEpochMilli();
  int compareTo(Instant a);
  boolean isAfter(Instant a);
  boolean isBefore(Instant a);
  boolean equals(Object a);
  int hashCode();
  String toString();
  java.time.temporal.Temporal minus(long a, java.time.temporal.TemporalUnit b);
  java.time.temporal.Temporal minus(java.time.temporal.TemporalAmount a);
  java.time.temporal.Temporal plus(long a, java.time.temporal.TemporalUnit b);
  java.time.temporal.Temporal plus(java.time.temporal.TemporalAmount a);
  java.time.temporal.Temporal with(java.time.temporal.TemporalField a, long b);
  java.time.temporal.Temporal with(java.time.temporal.TemporalAdjuster a);
  int compareTo(Object a);
}
interface InstantSource {
  static InstantSource system();
  static InstantSource tick(InstantSource a, Duration b);
  static InstantSource fixed(Instant a);
  static InstantSource offset(InstantSource a, Duration b);
  Instant instant();
  default long millis();
  default Clock withZone(ZoneId a);
}
class LocalDate implements java.time.temporal.Temporal,java.time.temporal.TemporalAdjuster,java.time.chrono.ChronoLocalDate,Serializable {
  static LocalDate MIN;
  static LocalDate MAX;
  static LocalDate EPOCH;
  static LocalDate now();
  static LocalDate now(ZoneId a);
  static LocalDate now(Clock a);
  static LocalDate of(int a, Month b, int c);
  static LocalDate of(int a, int b, int c);
  static LocalDate ofYearDay(int a, int b);
  static LocalDate ofInstant(Instant a, ZoneId b);
  static LocalDate ofEpochDay(long a);
  static LocalDate from(java.time.temporal.TemporalAccessor a);
  static LocalDate parse(CharSequence a);
  static LocalDate parse(CharSequence a, java.time.format.DateTimeFormatter b);
  boolean isSupported(java.time.temporal.TemporalField a);
  boolean isSupported(java.time.temporal.TemporalUnit a);
  java.time.temporal.ValueRange range(java.time.temporal.TemporalField a);
  int get(java.time.temporal.TemporalField a);
  long getLong(java.time.temporal.TemporalField a);
  java.time.chrono.IsoChronology getChronology();
  java.time.chrono.IsoEra getEra();
  int getYear();
  int getMonthValue();
  Month getMonth();
  int getDayOfMonth();
  int getDayOfYear();
  DayOfWeek getDayOfWeek();
  boolean isLeapYear();
  int lengthOfMonth();
  int lengthOfYear();
  LocalDate with(java.time.temporal.TemporalAdjuster a);
  LocalDate with(java.time.temporal.TemporalField a, long b);
  LocalDate withYear(int a);
  LocalDate withMonth(int a);
  LocalDate withDayOfMonth(int a);
  LocalDate withDayOfYear(int a);
  LocalDate plus(java.time.temporal.TemporalAmount a);
  LocalDate plus(long a, java.time.temporal.TemporalUnit b);
  LocalDate plusYears(long a);
  LocalDate plusMonths(long a);
  LocalDate plusWeeks(long a);
  LocalDate plusDays(long a);
  LocalDate minus(java.time.temporal.TemporalAmount a);
  LocalDate minus(long a, java.time.temporal.TemporalUnit b);
  LocalDate minusYears(long a);
  LocalDate minusMonths(long a);
  LocalDate minusWeeks(long a);
  LocalDate minusDays(long a);
  <R> R query(java.time.temporal.TemporalQuery<R> a);
  java.time.temporal.Temporal adjustInto(java.time.temporal.Temporal a);
  long until(java.time.temporal.Temporal a, java.time.temporal.TemporalUnit b);
  Period until(java.time.chrono.ChronoLocalDate a);
  Stream<LocalDate> datesUntil(LocalDate a) {}
  Stream<LocalDate> datesUntil(LocalDate a, Period b) {}
  String format(java.time.format.DateTimeFormatter a);
  LocalDateTime atTime(LocalTime a);
  LocalDateTime atTime(int a, int b);
  LocalDateTime atTime(int a, int b, int c);
  LocalDateTime atTime(int a, int b, int c, int d);
  OffsetDateTime atTime(OffsetTime a);
  LocalDateTime atStartOfDay();
  ZonedDateTime atStartOfDay(ZoneId a);
  long toEpochDay();
  long toEpochSecond(LocalTime a, ZoneOffset b);
  int compareTo(java.time.chrono.ChronoLocalDate a);
  boolean isAfter(java.time.chrono.ChronoLocalDate a);
  boolean isBefore(java.time.chrono.ChronoLocalDate a);
  boolean isEqual(java.time.chrono.ChronoLocalDate a);
  boolean equals(Object a);
  int hashCode();
  String toString();
  java.time.temporal.Temporal minus(long a, java.time.temporal.TemporalUnit b);
  java.time.temporal.Temporal minus(java.time.temporal.TemporalAmount a);
  java.time.temporal.Temporal plus(long a, java.time.temporal.TemporalUnit b);
  java.time.temporal.Temporal plus(java.time.temporal.TemporalAmount a);
  java.time.temporal.Temporal with(java.time.temporal.TemporalField a, long b);
  java.time.temporal.Temporal with(java.time.temporal.TemporalAdjuster a);
  java.time.chrono.ChronoLocalDateTime atTime(LocalTime a);
  java.time.chrono.ChronoPeriod until(java.time.chrono.ChronoLocalDate a);
  java.time.chrono.ChronoLocalDate minus(long a, java.time.temporal.TemporalUnit b);
  java.time.chrono.ChronoLocalDate minus(java.time.temporal.TemporalAmount a);
  java.time.chrono.ChronoLocalDate plus(long a, java.time.temporal.TemporalUnit b);
  java.time.chrono.ChronoLocalDate plus(java.time.temporal.TemporalAmount a);
  java.time.chrono.ChronoLocalDate with(java.time.temporal.TemporalField a, long b);
  java.time.chrono.ChronoLocalDate with(java.time.temporal.TemporalAdjuster a);
  java.time.chrono.Era getEra();
  java.time.chrono.Chronology getChronology();
  int compareTo(Object a);
}
class LocalDateTime implements java.time.temporal.Temporal, java.time.temporal.TemporalAdjuster, java.time.chrono.ChronoLocalDateTime<LocalDate>, Serializable {
  static LocalDateTime MIN;
  static LocalDateTime MAX;
  static LocalDateTime now();
  static LocalDateTime now(ZoneId a);
  static LocalDateTime now(Clock a);
  static LocalDateTime of(int a, Month b, int c, int d, int e);
  static LocalDateTime of(int a, Month b, int c, int d, int e, int f);
  static LocalDateTime of(int a, Month b, int c, int d, int e, int f, int g);
  static LocalDateTime of(int a, int b, int c, int d, int e);
  static LocalDateTime of(int a, int b, int c, int d, int e, int f);
  static LocalDateTime of(int a, int b, int c, int d, int e, int f, int g);
  static LocalDateTime of(LocalDate a, LocalTime b);
  static LocalDateTime ofInstant(Instant a, ZoneId b);
  static LocalDateTime ofEpochSecond(long a, int b, ZoneOffset c);
  static LocalDateTime from(java.time.temporal.TemporalAccessor a);
  static LocalDateTime parse(CharSequence a);
  static LocalDateTime parse(CharSequence a, java.time.format.DateTimeFormatter b);
  boolean isSupported(java.time.temporal.TemporalField a);
  boolean isSupported(java.time.temporal.TemporalUnit a);
  java.time.temporal.ValueRange range(java.time.temporal.TemporalField a);
  int get(java.time.temporal.TemporalField a);
  long getLong(java.time.temporal.TemporalField a);
  LocalDate toLocalDate();
  int getYear();
  int getMonthValue();
  Month getMonth();
  int getDayOfMonth();
  int getDayOfYear();
  DayOfWeek getDayOfWeek();
  LocalTime toLocalTime();
  int getHour();
  int getMinute();
  int getSecond();
  int getNano();
  LocalDateTime with(java.time.temporal.TemporalAdjuster a);
  LocalDateTime with(java.time.temporal.TemporalField a, long b);
  LocalDateTime withYear(int a);
  LocalDateTime withMonth(int a);
  LocalDateTime withDayOfMonth(int a);
  LocalDateTime withDayOfYear(int a);
  LocalDateTime withHour(int a);
  LocalDateTime withMinute(int a);
  LocalDateTime withSecond(int a);
  LocalDateTime withNano(int a);
  LocalDateTime truncatedTo(java.time.temporal.TemporalUnit a);
  LocalDateTime plus(java.time.temporal.TemporalAmount a);
  LocalDateTime plus(long a, java.time.temporal.TemporalUnit b);
  LocalDateTime plusYears(long a);
  LocalDateTime plusMonths(long a);
  LocalDateTime plusWeeks(long a);
  LocalDateTime plusDays(long a);
  LocalDateTime plusHours(long a);
  LocalDateTime plusMinutes(long a);
  LocalDateTime plusSeconds(long a);
  LocalDateTime plusNanos(long a);
  LocalDateTime minus(java.time.temporal.TemporalAmount a);
  LocalDateTime minus(long a, java.time.temporal.TemporalUnit b);
  LocalDateTime minusYears(long a);
  LocalDateTime minusMonths(long a);
  LocalDateTime minusWeeks(long a);
  LocalDateTime minusDays(long a);
  LocalDateTime minusHours(long a);
  LocalDateTime minusMinutes(long a);
  LocalDateTime minusSeconds(long a);
  LocalDateTime minusNanos(long a);
  <R> R query(java.time.temporal.TemporalQuery<R> a);
  java.time.temporal.Temporal adjustInto(java.time.temporal.Temporal a);
  long until(java.time.temporal.Temporal a, java.time.temporal.TemporalUnit b);
  String format(java.time.format.DateTimeFormatter a);
  OffsetDateTime atOffset(ZoneOffset a);
  ZonedDateTime atZone(ZoneId a);
  int compareTo(java.time.chrono.ChronoLocalDateTime<?> a);
  boolean isAfter(java.time.chrono.ChronoLocalDateTime<?> a);
  boolean isBefore(java.time.chrono.ChronoLocalDateTime<?> a);
  boolean isEqual(java.time.chrono.ChronoLocalDateTime<?> a);
  boolean equals(Object a);
  int hashCode();
  String toString();
  java.time.temporal.Temporal minus(long a, java.time.temporal.TemporalUnit b);
  java.time.temporal.Temporal minus(java.time.temporal.TemporalAmount a);
  java.time.temporal.Temporal plus(long a, java.time.temporal.TemporalUnit b);
  java.time.temporal.Temporal plus(java.time.temporal.TemporalAmount a);
  java.time.temporal.Temporal with(java.time.temporal.TemporalField a, long b);
  java.time.temporal.Temporal with(java.time.temporal.TemporalAdjuster a);
  java.time.chrono.ChronoZonedDateTime atZone(ZoneId a);
  java.time.chrono.ChronoLocalDateTime minus(long a, java.time.temporal.TemporalUnit b);
  java.time.chrono.ChronoLocalDateTime minus(java.time.temporal.TemporalAmount a);
  java.time.chrono.ChronoLocalDateTime plus(long a, java.time.temporal.TemporalUnit b);
  java.time.chrono.ChronoLocalDateTime plus(java.time.temporal.TemporalAmount a);
  java.time.chrono.ChronoLocalDateTime with(java.time.temporal.TemporalField a, long b);
  java.time.chrono.ChronoLocalDateTime with(java.time.temporal.TemporalAdjuster a);
  java.time.chrono.ChronoLocalDate toLocalDate();
  int compareTo(Object a);
}
class LocalTime implements java.time.temporal.Temporal, java.time.temporal.TemporalAdjuster, Comparable<LocalTime>, Serializable {
  static LocalTime MIN;
  static LocalTime MAX;
  static LocalTime MIDNIGHT;
  static LocalTime NOON;
  static LocalTime now();
  static LocalTime now(ZoneId a);
  static LocalTime now(Clock a);
  static LocalTime of(int a, int b);
  static LocalTime of(int a, int b, int c);
  static LocalTime of(int a, int b, int c, int d);
  static LocalTime ofInstant(Instant a, ZoneId b);
  static LocalTime ofSecondOfDay(long a);
  static LocalTime ofNanoOfDay(long a);
  static LocalTime from(java.time.temporal.TemporalAccessor a);
  static LocalTime parse(CharSequence a);
  static LocalTime parse(CharSequence a, java.time.format.DateTimeFormatter b);
  boolean isSupported(java.time.temporal.TemporalField a);
  boolean isSupported(java.time.temporal.TemporalUnit a);
  java.time.temporal.ValueRange range(java.time.temporal.TemporalField a);
  int get(java.time.temporal.TemporalField a);
  long getLong(java.time.temporal.TemporalField a);
  int getHour();
  int getMinute();
  int getSecond();
  int getNano();
  LocalTime with(java.time.temporal.TemporalAdjuster a);
  LocalTime with(java.time.temporal.TemporalField a, long b);
  LocalTime withHour(int a);
  LocalTime withMinute(int a);
  LocalTime withSecond(int a);
  LocalTime withNano(int a);
  LocalTime truncatedTo(java.time.temporal.TemporalUnit a);
  LocalTime plus(java.time.temporal.TemporalAmount a);
  LocalTime plus(long a, java.time.temporal.TemporalUnit b);
  LocalTime plusHours(long a);
  LocalTime plusMinutes(long a);
  LocalTime plusSeconds(long a);
  LocalTime plusNanos(long a);
  LocalTime minus(java.time.temporal.TemporalAmount a);
  LocalTime minus(long a, java.time.temporal.TemporalUnit b);
  LocalTime minusHours(long a);
  LocalTime minusMinutes(long a);
  LocalTime minusSeconds(long a);
  LocalTime minusNanos(long a);
  <R> R query(java.time.temporal.TemporalQuery<R> a);
  java.time.temporal.Temporal adjustInto(java.time.temporal.Temporal a);
  long until(java.time.temporal.Temporal a, java.time.temporal.TemporalUnit b);
  String format(java.time.format.DateTimeFormatter a);
  LocalDateTime atDate(LocalDate a);
  OffsetTime atOffset(ZoneOffset a);
  int toSecondOfDay();
  long toNanoOfDay();
  long toEpochSecond(LocalDate a, ZoneOffset b);
  int compareTo(LocalTime a);
  boolean isAfter(LocalTime a);
  boolean isBefore(LocalTime a);
  boolean equals(Object a);
  int hashCode();
  String toString();
  java.time.temporal.Temporal minus(long a, java.time.temporal.TemporalUnit b);
  java.time.temporal.Temporal minus(java.time.temporal.TemporalAmount a);
  java.time.temporal.Temporal plus(long a, java.time.temporal.TemporalUnit b);
  java.time.temporal.Temporal plus(java.time.temporal.TemporalAmount a);
  java.time.temporal.Temporal with(java.time.temporal.TemporalField a, long b);
  java.time.temporal.Temporal with(java.time.temporal.TemporalAdjuster a);
  int compareTo(Object a);
}
enum Month implements java.time.temporal.TemporalAccessor, java.time.temporal.TemporalAdjuster {
  JANUARY, FEBRUARY, MARCH, APRIL, MAY, JUNE, JULY, AUGUST, SEPTEMBER, OCTOBER, NOVEMBER, DECEMBER;
  static Month[] values();
  static Month valueOf(String a);
  static Month of(int a);
  static Month from(java.time.temporal.TemporalAccessor a);
  int getValue();
  String getDisplayName(java.time.format.TextStyle a, Locale b);
  boolean isSupported(java.time.temporal.TemporalField a);
  java.time.temporal.ValueRange range(java.time.temporal.TemporalField a);
  int get(java.time.temporal.TemporalField a);
  long getLong(java.time.temporal.TemporalField a);
  Month plus(long a);
  Month minus(long a);
  int length(boolean a);
  int minLength();
  int maxLength();
  int firstDayOfYear(boolean a);
  Month firstMonthOfQuarter();
  <R> R query(java.time.temporal.TemporalQuery<R> a);
  java.time.temporal.Temporal adjustInto(java.time.temporal.Temporal a);
}
class MonthDay implements java.time.temporal.TemporalAccessor, java.time.temporal.TemporalAdjuster, Comparable<MonthDay>, Serializable {
  static MonthDay now();
  static MonthDay now(ZoneId a);
  static MonthDay now(Clock a);
  static MonthDay of(Month a, int b);
  static MonthDay of(int a, int b);
  static MonthDay from(java.time.temporal.TemporalAccessor a);
  static MonthDay parse(CharSequence a);
  static MonthDay parse(CharSequence a, java.time.format.DateTimeFormatter b);
  boolean isSupported(java.time.temporal.TemporalField a);
  java.time.temporal.ValueRange range(java.time.temporal.TemporalField a);
  int get(java.time.temporal.TemporalField a);
  long getLong(java.time.temporal.TemporalField a);
  int getMonthValue();
  Month getMonth();
  int getDayOfMonth();
  boolean isValidYear(int a);
  MonthDay withMonth(int a);
  MonthDay with(Month a);
  MonthDay withDayOfMonth(int a);
  <R> R query(java.time.temporal.TemporalQuery<R> a);
  java.time.temporal.Temporal adjustInto(java.time.temporal.Temporal a);
  String format(java.time.format.DateTimeFormatter a);
  LocalDate atYear(int a);
  int compareTo(MonthDay a);
  boolean isAfter(MonthDay a);
  boolean isBefore(MonthDay a);
  boolean equals(Object a);
  int hashCode();
  String toString();
  int compareTo(Object a);
}
class OffsetDateTime implements java.time.temporal.Temporal, java.time.temporal.TemporalAdjuster, Comparable<OffsetDateTime>, Serializable {
  static OffsetDateTime MIN;
  static OffsetDateTime MAX;
  static Comparator<OffsetDateTime> timeLineOrder() {}
  static OffsetDateTime now();
  static OffsetDateTime now(ZoneId a);
  static OffsetDateTime now(Clock a);
  static OffsetDateTime of(LocalDate a, LocalTime b, ZoneOffset c);
  static OffsetDateTime of(LocalDateTime a, ZoneOffset b);
  static OffsetDateTime of(int a, int b, int c, int d, int e, int f, int g, ZoneOffset h);
  static OffsetDateTime ofInstant(Instant a, ZoneId b);
  static OffsetDateTime from(java.time.temporal.TemporalAccessor a);
  static OffsetDateTime parse(CharSequence a);
  static OffsetDateTime parse(CharSequence a, java.time.format.DateTimeFormatter b);
  boolean isSupported(java.time.temporal.TemporalField a);
  boolean isSupported(java.time.temporal.TemporalUnit a);
  java.time.temporal.ValueRange range(java.time.temporal.TemporalField a);
  int get(java.time.temporal.TemporalField a);
  long getLong(java.time.temporal.TemporalField a);
  ZoneOffset getOffset();
  OffsetDateTime withOffsetSameLocal(ZoneOffset a);
  OffsetDateTime withOffsetSameInstant(ZoneOffset a);
  LocalDateTime toLocalDateTime();
  LocalDate toLocalDate();
  int getYear();
  int getMonthValue();
  Month getMonth();
  int getDayOfMonth();
  int getDayOfYear();
  DayOfWeek getDayOfWeek();
  LocalTime toLocalTime();
  int getHour();
  int getMinute();
  int getSecond();
  int getNano();
  OffsetDateTime with(java.time.temporal.TemporalAdjuster a);
  OffsetDateTime with(java.time.temporal.TemporalField a, long b);
  OffsetDateTime withYear(int a);
  OffsetDateTime withMonth(int a);
  OffsetDateTime withDayOfMonth(int a);
  OffsetDateTime withDayOfYear(int a);
  OffsetDateTime withHour(int a);
  OffsetDateTime withMinute(int a);
  OffsetDateTime withSecond(int a);
  OffsetDateTime withNano(int a);
  OffsetDateTime truncatedTo(java.time.temporal.TemporalUnit a);
  OffsetDateTime plus(java.time.temporal.TemporalAmount a);
  OffsetDateTime plus(long a, java.time.temporal.TemporalUnit b);
  OffsetDateTime plusYears(long a);
  OffsetDateTime plusMonths(long a);
  OffsetDateTime plusWeeks(long a);
  OffsetDateTime plusDays(long a);
  OffsetDateTime plusHours(long a);
  OffsetDateTime plusMinutes(long a);
  OffsetDateTime plusSeconds(long a);
  OffsetDateTime plusNanos(long a);
  OffsetDateTime minus(java.time.temporal.TemporalAmount a);
  OffsetDateTime minus(long a, java.time.temporal.TemporalUnit b);
  OffsetDateTime minusYears(long a);
  OffsetDateTime minusMonths(long a);
  OffsetDateTime minusWeeks(long a);
  OffsetDateTime minusDays(long a);
  OffsetDateTime minusHours(long a);
  OffsetDateTime minusMinutes(long a);
  OffsetDateTime minusSeconds(long a);
  OffsetDateTime minusNanos(long a);
  <R> R query(java.time.temporal.TemporalQuery<R> a);
  java.time.temporal.Temporal adjustInto(java.time.temporal.Temporal a);
  long until(java.time.temporal.Temporal a, java.time.temporal.TemporalUnit b);
  String format(java.time.format.DateTimeFormatter a);
  ZonedDateTime atZoneSameInstant(ZoneId a);
  ZonedDateTime atZoneSimilarLocal(ZoneId a);
  OffsetTime toOffsetTime();
  ZonedDateTime toZonedDateTime();
  Instant toInstant();
  long toEpochSecond();
  int compareTo(OffsetDateTime a);
  boolean isAfter(OffsetDateTime a);
  boolean isBefore(OffsetDateTime a);
  boolean isEqual(OffsetDateTime a);
  boolean equals(Object a);
  int hashCode();
  String toString();
  java.time.temporal.Temporal minus(long a, java.time.temporal.TemporalUnit b);
  java.time.temporal.Temporal minus(java.time.temporal.TemporalAmount a);
  java.time.temporal.Temporal plus(long a, java.time.temporal.TemporalUnit b);
  java.time.temporal.Temporal plus(java.time.temporal.TemporalAmount a);
  java.time.temporal.Temporal with(java.time.temporal.TemporalField a, long b);
  java.time.temporal.Temporal with(java.time.temporal.TemporalAdjuster a);
  int compareTo(Object a);
}
class OffsetTime implements java.time.temporal.Temporal, java.time.temporal.TemporalAdjuster, Comparable<OffsetTime>, Serializable {
  static OffsetTime MIN;
  static OffsetTime MAX;
  static OffsetTime now();
  static OffsetTime now(ZoneId a);
  static OffsetTime now(Clock a);
  static OffsetTime of(LocalTime a, ZoneOffset b);
  static OffsetTime of(int a, int b, int c, int d, ZoneOffset e);
  static OffsetTime ofInstant(Instant a, ZoneId b);
  static OffsetTime from(java.time.temporal.TemporalAccessor a);
  static OffsetTime parse(CharSequence a);
  static OffsetTime parse(CharSequence a, java.time.format.DateTimeFormatter b);
  boolean isSupported(java.time.temporal.TemporalField a);
  boolean isSupported(java.time.temporal.TemporalUnit a);
  java.time.temporal.ValueRange range(java.time.temporal.TemporalField a);
  int get(java.time.temporal.TemporalField a);
  long getLong(java.time.temporal.TemporalField a);
  ZoneOffset getOffset();
  OffsetTime withOffsetSameLocal(ZoneOffset a);
  OffsetTime withOffsetSameInstant(ZoneOffset a);
  LocalTime toLocalTime();
  int getHour();
  int getMinute();
  int getSecond();
  int getNano();
  OffsetTime with(java.time.temporal.TemporalAdjuster a);
  OffsetTime with(java.time.temporal.TemporalField a, long b);
  OffsetTime withHour(int a);
  OffsetTime withMinute(int a);
  OffsetTime withSecond(int a);
  OffsetTime withNano(int a);
  OffsetTime truncatedTo(java.time.temporal.TemporalUnit a);
  OffsetTime plus(java.time.temporal.TemporalAmount a);
  OffsetTime plus(long a, java.time.temporal.TemporalUnit b);
  OffsetTime plusHours(long a);
  OffsetTime plusMinutes(long a);
  OffsetTime plusSeconds(long a);
  OffsetTime plusNanos(long a);
  OffsetTime minus(java.time.temporal.TemporalAmount a);
  OffsetTime minus(long a, java.time.temporal.TemporalUnit b);
  OffsetTime minusHours(long a);
  OffsetTime minusMinutes(long a);
  OffsetTime minusSeconds(long a);
  OffsetTime minusNanos(long a);
  <R> R query(java.time.temporal.TemporalQuery<R> a);
  java.time.temporal.Temporal adjustInto(java.time.temporal.Temporal a);
  long until(java.time.temporal.Temporal a, java.time.temporal.TemporalUnit b);
  String format(java.time.format.DateTimeFormatter a);
  OffsetDateTime atDate(LocalDate a);
  long toEpochSecond(LocalDate a);
  int compareTo(OffsetTime a);
  boolean isAfter(OffsetTime a);
  boolean isBefore(OffsetTime a);
  boolean isEqual(OffsetTime a);
  boolean equals(Object a);
  int hashCode();
  String toString();
  java.time.temporal.Temporal minus(long a, java.time.temporal.TemporalUnit b);
  java.time.temporal.Temporal minus(java.time.temporal.TemporalAmount a);
  java.time.temporal.Temporal plus(long a, java.time.temporal.TemporalUnit b);
  java.time.temporal.Temporal plus(java.time.temporal.TemporalAmount a);
  java.time.temporal.Temporal with(java.time.temporal.TemporalField a, long b);
  java.time.temporal.Temporal with(java.time.temporal.TemporalAdjuster a);
  int compareTo(Object a);
}
class Period implements java.time.chrono.ChronoPeriod,Serializable {
  static Period ZERO;
  static Period ofYears(int a);
  static Period ofMonths(int a);
  static Period ofWeeks(int a);
  static Period ofDays(int a);
  static Period of(int a, int b, int c);
  static Period from(java.time.temporal.TemporalAmount a);
  static Period parse(CharSequence a);
  static Period between(LocalDate a, LocalDate b);
  long get(java.time.temporal.TemporalUnit a);
  List<java.time.temporal.TemporalUnit> getUnits() {}
  java.time.chrono.IsoChronology getChronology();
  boolean isZero();
  boolean isNegative();
  int getYears();
  int getMonths();
  int getDays();
  Period withYears(int a);
  Period withMonths(int a);
  Period withDays(int a);
  Period plus(java.time.temporal.TemporalAmount a);
  Period plusYears(long a);
  Period plusMonths(long a);
  Period plusDays(long a);
  Period minus(java.time.temporal.TemporalAmount a);
  Period minusYears(long a);
  Period minusMonths(long a);
  Period minusDays(long a);
  Period multipliedBy(int a);
  Period negated();
  Period normalized();
  long toTotalMonths();
  java.time.temporal.Temporal addTo(java.time.temporal.Temporal a);
  java.time.temporal.Temporal subtractFrom(java.time.temporal.Temporal a);
  boolean equals(Object a);
  int hashCode();
  String toString();
  java.time.chrono.ChronoPeriod normalized();
  java.time.chrono.ChronoPeriod negated();
  java.time.chrono.ChronoPeriod multipliedBy(int a);
  java.time.chrono.ChronoPeriod minus(java.time.temporal.TemporalAmount a);
  java.time.chrono.ChronoPeriod plus(java.time.temporal.TemporalAmount a);
  java.time.chrono.Chronology getChronology();
}
class Year implements java.time.temporal.Temporal, java.time.temporal.TemporalAdjuster, Comparable<Year>, Serializable {
  static int MIN_VALUE;
  static int MAX_VALUE;
  static Year now();
  static Year now(ZoneId a);
  static Year now(Clock a);
  static Year of(int a);
  static Year from(java.time.temporal.TemporalAccessor a);
  static Year parse(CharSequence a);
  static Year parse(CharSequence a, java.time.format.DateTimeFormatter b);
  static boolean isLeap(long a);
  int getValue();
  boolean isSupported(java.time.temporal.TemporalField a);
  boolean isSupported(java.time.temporal.TemporalUnit a);
  java.time.temporal.ValueRange range(java.time.temporal.TemporalField a);
  int get(java.time.temporal.TemporalField a);
  long getLong(java.time.temporal.TemporalField a);
  boolean isLeap();
  boolean isValidMonthDay(MonthDay a);
  int length();
  Year with(java.time.temporal.TemporalAdjuster a);
  Year with(java.time.temporal.TemporalField a, long b);
  Year plus(java.time.temporal.TemporalAmount a);
  Year plus(long a, java.time.temporal.TemporalUnit b);
  Year plusYears(long a);
  Year minus(java.time.temporal.TemporalAmount a);
  Year minus(long a, java.time.temporal.TemporalUnit b);
  Year minusYears(long a);
  <R> R query(java.time.temporal.TemporalQuery<R> a);
  java.time.temporal.Temporal adjustInto(java.time.temporal.Temporal a);
  long until(java.time.temporal.Temporal a, java.time.temporal.TemporalUnit b);
  String format(java.time.format.DateTimeFormatter a);
  LocalDate atDay(int a);
  YearMonth atMonth(Month a);
  YearMonth atMonth(int a);
  LocalDate atMonthDay(MonthDay a);
  int compareTo(Year a);
  boolean isAfter(Year a);
  boolean isBefore(Year a);
  boolean equals(Object a);
  int hashCode();
  String toString();
  java.time.temporal.Temporal minus(long a, java.time.temporal.TemporalUnit b);
  java.time.temporal.Temporal minus(java.time.temporal.TemporalAmount a);
  java.time.temporal.Temporal plus(long a, java.time.temporal.TemporalUnit b);
  java.time.temporal.Temporal plus(java.time.temporal.TemporalAmount a);
  java.time.temporal.Temporal with(java.time.temporal.TemporalField a, long b);
  java.time.temporal.Temporal with(java.time.temporal.TemporalAdjuster a);
  int compareTo(Object a);
}
class YearMonth implements java.time.temporal.Temporal, java.time.temporal.TemporalAdjuster, Comparable<YearMonth>, Serializable {
  static YearMonth now();
  static YearMonth now(ZoneId a);
  static YearMonth now(Clock a);
  static YearMonth of(int a, Month b);
  static YearMonth of(int a, int b);
  static YearMonth from(java.time.temporal.TemporalAccessor a);
  static YearMonth parse(CharSequence a);
  static YearMonth parse(CharSequence a, java.time.format.DateTimeFormatter b);
  boolean isSupported(java.time.temporal.TemporalField a);
  boolean isSupported(java.time.temporal.TemporalUnit a);
  java.time.temporal.ValueRange range(java.time.temporal.TemporalField a);
  int get(java.time.temporal.TemporalField a);
  long getLong(java.time.temporal.TemporalField a);
  int getYear();
  int getMonthValue();
  Month getMonth();
  boolean isLeapYear();
  boolean isValidDay(int a);
  int lengthOfMonth();
  int lengthOfYear();
  YearMonth with(java.time.temporal.TemporalAdjuster a);
  YearMonth with(java.time.temporal.TemporalField a, long b);
  YearMonth withYear(int a);
  YearMonth withMonth(int a);
  YearMonth plus(java.time.temporal.TemporalAmount a);
  YearMonth plus(long a, java.time.temporal.TemporalUnit b);
  YearMonth plusYears(long a);
  YearMonth plusMonths(long a);
  YearMonth minus(java.time.temporal.TemporalAmount a);
  YearMonth minus(long a, java.time.temporal.TemporalUnit b);
  YearMonth minusYears(long a);
  YearMonth minusMonths(long a);
  <R> R query(java.time.temporal.TemporalQuery<R> a);
  java.time.temporal.Temporal adjustInto(java.time.temporal.Temporal a);
  long until(java.time.temporal.Temporal a, java.time.temporal.TemporalUnit b);
  String format(java.time.format.DateTimeFormatter a);
  LocalDate atDay(int a);
  LocalDate atEndOfMonth();
  int compareTo(YearMonth a);
  boolean isAfter(YearMonth a);
  boolean isBefore(YearMonth a);
  boolean equals(Object a);
  int hashCode();
  String toString();
  java.time.temporal.Temporal minus(long a, java.time.temporal.TemporalUnit b);
  java.time.temporal.Temporal minus(java.time.temporal.TemporalAmount a);
  java.time.temporal.Temporal plus(long a, java.time.temporal.TemporalUnit b);
  java.time.temporal.Temporal plus(java.time.temporal.TemporalAmount a);
  java.time.temporal.Temporal with(java.time.temporal.TemporalField a, long b);
  java.time.temporal.Temporal with(java.time.temporal.TemporalAdjuster a);
  int compareTo(Object a);
}
abstract class ZoneId implements Serializable {
  static Map<String, String> SHORT_IDS;
  static ZoneId systemDefault();
  static Set<String> getAvailableZoneIds() {}
  static ZoneId of(String a, Map<String, String> b);
  static ZoneId of(String a);
  static ZoneId ofOffset(String a, ZoneOffset b);
  static ZoneId from(java.time.temporal.TemporalAccessor a);
  abstract String getId();
  String getDisplayName(java.time.format.TextStyle a, Locale b);
  abstract java.time.zone.ZoneRules getRules();
  ZoneId normalized();
  boolean equals(Object a);
  int hashCode();
  String toString();
}
class ZoneOffset extends ZoneId implements java.time.temporal.TemporalAccessor, java.time.temporal.TemporalAdjuster, Comparable<ZoneOffset>, Serializable {
  static ZoneOffset UTC;
  static ZoneOffset MIN;
  static ZoneOffset MAX;
  static ZoneOffset of(String a);
  static ZoneOffset ofHours(int a);
  static ZoneOffset ofHoursMinutes(int a, int b);
  static ZoneOffset ofHoursMinutesSeconds(int a, int b, int c);
  static ZoneOffset from(java.time.temporal.TemporalAccessor a);
  static ZoneOffset ofTotalSeconds(int a);
  int getTotalSeconds();
  String getId();
  java.time.zone.ZoneRules getRules();
  ZoneId normalized();
  boolean isSupported(java.time.temporal.TemporalField a);
  java.time.temporal.ValueRange range(java.time.temporal.TemporalField a);
  int get(java.time.temporal.TemporalField a);
  long getLong(java.time.temporal.TemporalField a);
  <R> R query(java.time.temporal.TemporalQuery<R> a);
  java.time.temporal.Temporal adjustInto(java.time.temporal.Temporal a);
  int compareTo(ZoneOffset a);
  boolean equals(Object a);
  int hashCode();
  String toString();
  int compareTo(Object a);
}
class ZonedDateTime implements java.time.temporal.Temporal, java.time.chrono.ChronoZonedDateTime<LocalDate>, Serializable {
  static ZonedDateTime now();
  static ZonedDateTime now(ZoneId a);
  static ZonedDateTime now(Clock a);
  static ZonedDateTime of(LocalDate a, LocalTime b, ZoneId c);
  static ZonedDateTime of(LocalDateTime a, ZoneId b);
  static ZonedDateTime of(int a, int b, int c, int d, int e, int f, int g, ZoneId h);
  static ZonedDateTime ofLocal(LocalDateTime a, ZoneId b, ZoneOffset c);
  static ZonedDateTime ofInstant(Instant a, ZoneId b);
  static ZonedDateTime ofInstant(LocalDateTime a, ZoneOffset b, ZoneId c);
  static ZonedDateTime ofStrict(LocalDateTime a, ZoneOffset b, ZoneId c);
  static ZonedDateTime from(java.time.temporal.TemporalAccessor a);
  static ZonedDateTime parse(CharSequence a);
  static ZonedDateTime parse(CharSequence a, java.time.format.DateTimeFormatter b);
  boolean isSupported(java.time.temporal.TemporalField a);
  boolean isSupported(java.time.temporal.TemporalUnit a);
  java.time.temporal.ValueRange range(java.time.temporal.TemporalField a);
  int get(java.time.temporal.TemporalField a);
  long getLong(java.time.temporal.TemporalField a);
  ZoneOffset getOffset();
  ZonedDateTime withEarlierOffsetAtOverlap();
  ZonedDateTime withLaterOffsetAtOverlap();
  ZoneId getZone();
  ZonedDateTime withZoneSameLocal(ZoneId a);
  ZonedDateTime withZoneSameInstant(ZoneId a);
  ZonedDateTime withFixedOffsetZone();
  LocalDateTime toLocalDateTime();
  LocalDate toLocalDate();
  int getYear();
  int getMonthValue();
  Month getMonth();
  int getDayOfMonth();
  int getDayOfYear();
  DayOfWeek getDayOfWeek();
  LocalTime toLocalTime();
  int getHour();
  int getMinute();
  int getSecond();
  int getNano();
  ZonedDateTime with(java.time.temporal.TemporalAdjuster a);
  ZonedDateTime with(java.time.temporal.TemporalField a, long b);
  ZonedDateTime withYear(int a);
  ZonedDateTime withMonth(int a);
  ZonedDateTime withDayOfMonth(int a);
  ZonedDateTime withDayOfYear(int a);
  ZonedDateTime withHour(int a);
  ZonedDateTime withMinute(int a);
  ZonedDateTime withSecond(int a);
  ZonedDateTime withNano(int a);
  ZonedDateTime truncatedTo(java.time.temporal.TemporalUnit a);
  ZonedDateTime plus(java.time.temporal.TemporalAmount a);
  ZonedDateTime plus(long a, java.time.temporal.TemporalUnit b);
  ZonedDateTime plusYears(long a);
  ZonedDateTime plusMonths(long a);
  ZonedDateTime plusWeeks(long a);
  ZonedDateTime plusDays(long a);
  ZonedDateTime plusHours(long a);
  ZonedDateTime plusMinutes(long a);
  ZonedDateTime plusSeconds(long a);
  ZonedDateTime plusNanos(long a);
  ZonedDateTime minus(java.time.temporal.TemporalAmount a);
  ZonedDateTime minus(long a, java.time.temporal.TemporalUnit b);
  ZonedDateTime minusYears(long a);
  ZonedDateTime minusMonths(long a);
  ZonedDateTime minusWeeks(long a);
  ZonedDateTime minusDays(long a);
  ZonedDateTime minusHours(long a);
  ZonedDateTime minusMinutes(long a);
  ZonedDateTime minusSeconds(long a);
  ZonedDateTime minusNanos(long a);
  <R> R query(java.time.temporal.TemporalQuery<R> a);
  long until(java.time.temporal.Temporal a, java.time.temporal.TemporalUnit b);
  String format(java.time.format.DateTimeFormatter a);
  OffsetDateTime toOffsetDateTime();
  boolean equals(Object a);
  int hashCode();
  String toString();
  java.time.temporal.Temporal minus(long a, java.time.temporal.TemporalUnit b);
  java.time.temporal.Temporal minus(java.time.temporal.TemporalAmount a);
  java.time.temporal.Temporal plus(long a, java.time.temporal.TemporalUnit b);
  java.time.temporal.Temporal plus(java.time.temporal.TemporalAmount a);
  java.time.temporal.Temporal with(java.time.temporal.TemporalField a, long b);
  java.time.temporal.Temporal with(java.time.temporal.TemporalAdjuster a);
  java.time.chrono.ChronoZonedDateTime minus(long a, java.time.temporal.TemporalUnit b);
  java.time.chrono.ChronoZonedDateTime minus(java.time.temporal.TemporalAmount a);
  java.time.chrono.ChronoZonedDateTime plus(long a, java.time.temporal.TemporalUnit b);
  java.time.chrono.ChronoZonedDateTime plus(java.time.temporal.TemporalAmount a);
  java.time.chrono.ChronoZonedDateTime with(java.time.temporal.TemporalField a, long b);
  java.time.chrono.ChronoZonedDateTime with(java.time.temporal.TemporalAdjuster a);
  java.time.chrono.ChronoZonedDateTime withZoneSameInstant(ZoneId a);
  java.time.chrono.ChronoZonedDateTime withZoneSameLocal(ZoneId a);
  java.time.chrono.ChronoZonedDateTime withLaterOffsetAtOverlap();
  java.time.chrono.ChronoZonedDateTime withEarlierOffsetAtOverlap();
  java.time.chrono.ChronoLocalDateTime toLocalDateTime();
  java.time.chrono.ChronoLocalDate toLocalDate();
}
package java.util;
abstract class AbstractCollection<E> implements Collection<E> {
  protected AbstractCollection() {}
  abstract Iterator<E> iterator() {}
  abstract int size();
  boolean isEmpty();
  boolean contains(Object a);
  Object[] toArray();
  <T> T[] toArray(T[] a);
  boolean add(E a);
  boolean remove(Object a);
  boolean containsAll(Collection<?> a);
  boolean addAll(Collection<? extends E> a);
  boolean removeAll(Collection<?> a);
  boolean retainAll(Collection<?> a);
  void clear();
  String toString();
}
abstract class AbstractList<E> extends AbstractCollection<E> implements List<E> {
  protected int modCount;
  protected AbstractList() {}
  boolean add(E a);
  abstract E get(int a);
  E set(int a, E b);
  void add(int a, E b);
  E remove(int a);
  int indexOf(Object a);
  int lastIndexOf(Object a);
  void clear();
  boolean addAll(int a, Collection<? extends E> b);
  Iterator<E> iterator() {}
  ListIterator<E> listIterator() {}
  ListIterator<E> listIterator(int a) {}
  List<E> subList(int a, int b) {}
  boolean equals(Object a);
  int hashCode();
  protected void removeRange(int a, int b);
}
abstract class AbstractMap<K, V> implements Map<K, V> {
  protected AbstractMap() {}
  int size();
  boolean isEmpty();
  boolean containsValue(Object a);
  boolean containsKey(Object a);
  V get(Object a);
  V put(K a, V b);
  V remove(Object a);
  void putAll(Map<? extends K, ? extends V> a);
  void clear();
  Set<K> keySet() {}
  Collection<V> values() {}
  abstract Set<Map.Entry<K, V>> entrySet() {}
  boolean equals(Object a);
  int hashCode();
  String toString();
  protected Object clone();
  static class SimpleEntry<K, V> implements Map.Entry<K, V>, Serializable {
    SimpleEntry(K a, V b) {}
    SimpleEntry(Map.Entry<? extends K, ? extends V> a) {}
    K getKey();
    V getValue();
    V setValue(V a);
    boolean equals(Object a);
    int hashCode();
    String toString();
  }
  static class SimpleImmutableEntry<K, V> implements Map.Entry<K, V>, Serializable {
    SimpleImmutableEntry(K a, V b) {}
    SimpleImmutableEntry(Map.Entry<? extends K, ? extends V> a) {}
    K getKey();
    V getValue();
    V setValue(V a);
    boolean equals(Object a);
    int hashCode();
    String toString();
  }
}
abstract class AbstractQueue<E> extends AbstractCollection<E> implements Queue<E> {
  protected AbstractQueue() {}
  boolean add(E a);
  E remove();
  E element();
  void clear();
  boolean addAll(Collection<? extends E> a);
}
abstract class AbstractSequentialList<E> extends AbstractList<E> {
  protected AbstractSequentialList() {}
  E get(int a);
  E set(int a, E b);
  void add(int a, E b);
  E remove(int a);
  boolean addAll(int a, Collection<? extends E> b);
  Iterator<E> iterator() {}
  abstract ListIterator<E> listIterator(int a) {}
}
abstract class AbstractSet<E> extends AbstractCollection<E> implements Set<E> {
  protected AbstractSet() {}
  boolean equals(Object a);
  int hashCode();
  boolean removeAll(Collection<?> a);
}
class ArrayDeque<E> extends AbstractCollection<E> implements Deque<E>, Cloneable, Serializable {
  ArrayDeque() {}
  ArrayDeque(int a) {}
  ArrayDeque(Collection<? extends E> a) {}
  void addFirst(E a);
  void addLast(E a);
  boolean addAll(Collection<? extends E> a);
  boolean offerFirst(E a);
  boolean offerLast(E a);
  E removeFirst();
  E removeLast();
  E pollFirst();
  E pollLast();
  E getFirst();
  E getLast();
  E peekFirst();
  E peekLast();
  boolean removeFirstOccurrence(Object a);
  boolean removeLastOccurrence(Object a);
  boolean add(E a);
  boolean offer(E a);
  E remove();
  E poll();
  E element();
  E peek();
  void push(E a);
  E pop();
  int size();
  boolean isEmpty();
  Iterator<E> iterator() {}
  Iterator<E> descendingIterator() {}
  Spliterator<E> spliterator() {}
  void forEach(Consumer<? super E> a);
  boolean removeIf(Predicate<? super E> a);
  boolean removeAll(Collection<?> a);
  boolean retainAll(Collection<?> a);
  boolean contains(Object a);
  boolean remove(Object a);
  void clear();
  Object[] toArray();
  <T> T[] toArray(T[] a);
  ArrayDeque<E> clone() {}
  Object clone();
}
class ArrayList<E> extends AbstractList<E> implements List<E>, RandomAccess, Cloneable, Serializable {
  ArrayList(int a) {}
  ArrayList() {}
  ArrayList(Collection<? extends E> a) {}
  void trimToSize();
  void ensureCapacity(int a);
  int size();
  boolean isEmpty();
  boolean contains(Object a);
  int indexOf(Object a);
  int lastIndexOf(Object a);
  Object clone();
  Object[] toArray();
  <T> T[] toArray(T[] a);
  E get(int a);
  E getFirst();
  E getLast();
  E set(int a, E b);
  boolean add(E a);
  void add(int a, E b);
  void addFirst(E a);
  void addLast(E a);
  E remove(int a);
  E removeFirst();
  E removeLast();
  boolean equals(Object a);
  int hashCode();
  boolean remove(Object a);
  void clear();
  boolean addAll(Collection<? extends E> a);
  boolean addAll(int a, Collection<? extends E> b);
  protected void removeRange(int a, int b);
  boolean removeAll(Collection<?> a);
  boolean retainAll(Collection<?> a);
  ListIterator<E> listIterator(int a) {}
  ListIterator<E> listIterator() {}
  Iterator<E> iterator() {}
  List<E> subList(int a, int b) {}
  void forEach(Consumer<? super E> a);
  Spliterator<E> spliterator() {}
  boolean removeIf(Predicate<? super E> a);
  void replaceAll(UnaryOperator<E> a);
  void sort(Comparator<? super E> a);
}
class Arrays {
  static void sort(int[] a);
  static void sort(int[] a, int b, int c);
  static void sort(long[] a);
  static void sort(long[] a, int b, int c);
  static void sort(short[] a);
  static void sort(short[] a, int b, int c);
  static void sort(char[] a);
  static void sort(char[] a, int b, int c);
  static void sort(byte[] a);
  static void sort(byte[] a, int b, int c);
  static void sort(float[] a);
  static void sort(float[] a, int b, int c);
  static void sort(double[] a);
  static void sort(double[] a, int b, int c);
  static void parallelSort(byte[] a);
  static void parallelSort(byte[] a, int b, int c);
  static void parallelSort(char[] a);
  static void parallelSort(char[] a, int b, int c);
  static void parallelSort(short[] a);
  static void parallelSort(short[] a, int b, int c);
  static void parallelSort(int[] a);
  static void parallelSort(int[] a, int b, int c);
  static void parallelSort(long[] a);
  static void parallelSort(long[] a, int b, int c);
  static void parallelSort(float[] a);
  static void parallelSort(float[] a, int b, int c);
  static void parallelSort(double[] a);
  static void parallelSort(double[] a, int b, int c);
  static <T extends Comparable<? super T>> void parallelSort(T[] a);
  static <T extends Comparable<? super T>> void parallelSort(T[] a, int b, int c);
  static <T> void parallelSort(T[] a, Comparator<? super T> b);
  static <T> void parallelSort(T[] a, int b, int c, Comparator<? super T> d);
  static void sort(Object[] a);
  static void sort(Object[] a, int b, int c);
  static <T> void sort(T[] a, Comparator<? super T> b);
  static <T> void sort(T[] a, int b, int c, Comparator<? super T> d);
  static <T> void parallelPrefix(T[] a, BinaryOperator<T> b);
  static <T> void parallelPrefix(T[] a, int b, int c, BinaryOperator<T> d);
  static void parallelPrefix(long[] a, LongBinaryOperator b);
  static void parallelPrefix(long[] a, int b, int c, LongBinaryOperator d);
  static void parallelPrefix(double[] a, DoubleBinaryOperator b);
  static void parallelPrefix(double[] a, int b, int c, DoubleBinaryOperator d);
  static void parallelPrefix(int[] a, IntBinaryOperator b);
  static void parallelPrefix(int[] a, int b, int c, IntBinaryOperator d);
  static int binarySearch(long[] a, long b);
  static int binarySearch(long[] a, int b, int c, long d);
  static int binarySearch(int[] a, int b);
  static int binarySearch(int[] a, int b, int c, int d);
  static int binarySearch(short[] a, short b);
  static int binarySearch(short[] a, int b, int c, short d);
  static int binarySearch(char[] a, char b);
  static int binarySearch(char[] a, int b, int c, char d);
  static int binarySearch(byte[] a, byte b);
  static int binarySearch(byte[] a, int b, int c, byte d);
  static int binarySearch(double[] a, double b);
  static int binarySearch(double[] a, int b, int c, double d);
  static int binarySearch(float[] a, float b);
  static int binarySearch(float[] a, int b, int c, float d);
  static int binarySearch(Object[] a, Object b);
  static int binarySearch(Object[] a, int b, int c, Object d);
  static <T> int binarySearch(T[] a, T b, Comparator<? super T> c);
  static <T> int binarySearch(T[] a, int b, int c, T d, Comparator<? super T> e);
  static boolean equals(long[] a, long[] b);
  static boolean equals(long[] a, int b, int c, long[] d, int e, int f);
  static boolean equals(int[] a, int[] b);
  static boolean equals(int[] a, int b, int c, int[] d, int e, int f);
  static boolean equals(short[] a, short[] b);
  static boolean equals(short[] a, int b, int c, short[] d, int e, int f);
  static boolean equals(char[] a, char[] b);
  static boolean equals(char[] a, int b, int c, char[] d, int e, int f);
  static boolean equals(byte[] a, byte[] b);
  static boolean equals(byte[] a, int b, int c, byte[] d, int e, int f);
  static boolean equals(boolean[] a, boolean[] b);
  static boolean equals(boolean[] a, int b, int c, boolean[] d, int e, int f);
  static boolean equals(double[] a, double[] b);
  static boolean equals(double[] a, int b, int c, double[] d, int e, int f);
  static boolean equals(float[] a, float[] b);
  static boolean equals(float[] a, int b, int c, float[] d, int e, int f);
  static boolean equals(Object[] a, Object[] b);
  static boolean equals(Object[] a, int b, int c, Object[] d, int e, int f);
  static <T> boolean equals(T[] a, T[] b, Comparator<? super T> c);
  static <T> boolean equals(T[] a, int b, int c, T[] d, int e, int f, Comparator<? super T> g);
  static void fill(long[] a, long b);
  static void fill(long[] a, int b, int c, long d);
  static void fill(int[] a, int b);
  static void fill(int[] a, int b, int c, int d);
  static void fill(short[] a, short b);
  static void fill(short[] a, int b, int c, short d);
  static void fill(char[] a, char b);
  static void fill(char[] a, int b, int c, char d);
  static void fill(byte[] a, byte b);
  static void fill(byte[] a, int b, int c, byte d);
  static void fill(boolean[] a, boolean b);
  static void fill(boolean[] a, int b, int c, boolean d);
  static void fill(double[] a, double b);
  static void fill(double[] a, int b, int c, double d);
  static void fill(float[] a, float b);
  static void fill(float[] a, int b, int c, float d);
  static void fill(Object[] a, Object b);
  static void fill(Object[] a, int b, int c, Object d);
  static <T> T[] copyOf(T[] a, int b);
  static <T, U> T[] copyOf(U[] a, int b, Class<? extends T[]> c);
  static byte[] copyOf(byte[] a, int b);
  static short[] copyOf(short[] a, int b);
  static int[] copyOf(int[] a, int b);
  static long[] copyOf(long[] a, int b);
  static char[] copyOf(char[] a, int b);
  static float[] copyOf(float[] a, int b);
  static double[] copyOf(double[] a, int b);
  static boolean[] copyOf(boolean[] a, int b);
  static <T> T[] copyOfRange(T[] a, int b, int c);
  static <T, U> T[] copyOfRange(U[] a, int b, int c, Class<? extends T[]> d);
  static byte[] copyOfRange(byte[] a, int b, int c);
  static short[] copyOfRange(short[] a, int b, int c);
  static int[] copyOfRange(int[] a, int b, int c);
  static long[] copyOfRange(long[] a, int b, int c);
  static char[] copyOfRange(char[] a, int b, int c);
  static float[] copyOfRange(float[] a, int b, int c);
  static double[] copyOfRange(double[] a, int b, int c);
  static boolean[] copyOfRange(boolean[] a, int b, int c);
  static <T> List<T> asList(T... a) {}
  static int hashCode(long[] a);
  static int hashCode(int[] a);
  static int hashCode(short[] a);
  static int hashCode(char[] a);
  static int hashCode(byte[] a);
  static int hashCode(boolean[] a);
  static int hashCode(float[] a);
  static int hashCode(double[] a);
  static int hashCode(Object[] a);
  static int deepHashCode(Object[] a);
  static boolean deepEquals(Object[] a, Object[] b);
  static String toString(long[] a);
  static String toString(int[] a);
  static String toString(short[] a);
  static String toString(char[] a);
  static String toString(byte[] a);
  static String toString(boolean[] a);
  static String toString(float[] a);
  static String toString(double[] a);
  static String toString(Object[] a);
  static String deepToString(Object[] a);
  static <T> void setAll(T[] a, IntFunction<? extends T> b);
  static <T> void parallelSetAll(T[] a, IntFunction<? extends T> b);
  static void setAll(int[] a, IntUnaryOperator b);
  static void parallelSetAll(int[] a, IntUnaryOperator b);
  static void setAll(long[] a, IntToLongFunction b);
  static void parallelSetAll(long[] a, IntToLongFunction b);
  static void setAll(double[] a, IntToDoubleFunction b);
  static void parallelSetAll(double[] a, IntToDoubleFunction b);
  static <T> Spliterator<T> spliterator(T[] a) {}
  static <T> Spliterator<T> spliterator(T[] a, int b, int c) {}
  static Spliterator.OfInt spliterator(int[] a);
  static Spliterator.OfInt spliterator(int[] a, int b, int c);
  static Spliterator.OfLong spliterator(long[] a);
  static Spliterator.OfLong spliterator(long[] a, int b, int c);
  static Spliterator.OfDouble spliterator(double[] a);
  static Spliterator.OfDouble spliterator(double[] a, int b, int c);
  static <T> Stream<T> stream(T[] a) {}
  static <T> Stream<T> stream(T[] a, int b, int c) {}
  static IntStream stream(int[] a);
  static IntStream stream(int[] a, int b, int c);
  static LongStream stream(long[] a);
  static LongStream stream(long[] a, int b, int c);
  static DoubleStream stream(double[] a);
  static DoubleStream stream(double[] a, int b, int c);
  static int compare(boolean[] a, boolean[] b);
  static int compare(boolean[] a, int b, int c, boolean[] d, int e, int f);
  static int compare(byte[] a, byte[] b);
  static int compare(byte[] a, int b, int c, byte[] d, int e, int f);
  static int compareUnsigned(byte[] a, byte[] b);
  static int compareUnsigned(byte[] a, int b, int c, byte[] d, int e, int f);
  static int compare(short[] a, short[] b);
  static int compare(short[] a, int b, int c, short[] d, int e, int f);
  static int compareUnsigned(short[] a, short[] b);
  static int compareUnsigned(short[] a, int b, int c, short[] d, int e, int f);
  static int compare(char[] a, char[] b);
  static int compare(char[] a, int b, int c, char[] d, int e, int f);
  static int compare(int[] a, int[] b);
  static int compare(int[] a, int b, int c, int[] d, int e, int f);
  static int compareUnsigned(int[] a, int[] b);
  static int compareUnsigned(int[] a, int b, int c, int[] d, int e, int f);
  static int compare(long[] a, long[] b);
  static int compare(long[] a, int b, int c, long[] d, int e, int f);
  static int compareUnsigned(long[] a, long[] b);
  static int compareUnsigned(long[] a, int b, int c, long[] d, int e, int f);
  static int compare(float[] a, float[] b);
  static int compare(float[] a, int b, int c, float[] d, int e, int f);
  static int compare(double[] a, double[] b);
  static int compare(double[] a, int b, int c, double[] d, int e, int f);
  static <T extends Comparable<? super T>> int compare(T[] a, T[] b);
  static <T extends Comparable<? super T>> int compare(T[] a, int b, int c, T[] d, int e, int f);
  static <T> int compare(T[] a, T[] b, Comparator<? super T> c);
  static <T> int compare(T[] a, int b, int c, T[] d, int e, int f, Comparator<? super T> g);
  static int mismatch(boolean[] a, boolean[] b);
  static int mismatch(boolean[] a, int b, int c, boolean[] d, int e, int f);
  static int mismatch(byte[] a, byte[] b);
  static int mismatch(byte[] a, int b, int c, byte[] d, int e, int f);
  static int mismatch(char[] a, char[] b);
  static int mismatch(char[] a, int b, int c, char[] d, int e, int f);
  static int mismatch(short[] a, short[] b);
  static int mismatch(short[] a, int b, int c, short[] d, int e, int f);
  static int mismatch(int[] a, int[] b);
  static int mismatch(int[] a, int b, int c, int[] d, int e, int f);
  static int mismatch(long[] a, long[] b);
  static int mismatch(long[] a, int b, int c, long[] d, int e, int f);
  static int mismatch(float[] a, float[] b);
  static int mismatch(float[] a, int b, int c, float[] d, int e, int f);
  static int mismatch(double[] a, double[] b);
  static int mismatch(double[] a, int b, int c, double[] d, int e, int f);
  static int mismatch(Object[] a, Object[] b);
  static int mismatch(Object[] a, int b, int c, Object[] d, int e, int f);
  static <T> int mismatch(T[] a, T[] b, Comparator<? super T> c);
  static <T> int mismatch(T[] a, int b, int c, T[] d, int e, int f, Comparator<? super T> g);
}
class BitSet implements Cloneable,Serializable {
  BitSet() {}
  BitSet(int a) {}
  static BitSet valueOf(long[] a);
  static BitSet valueOf(java.nio.LongBuffer a);
  static BitSet valueOf(byte[] a);
  static BitSet valueOf(java.nio.ByteBuffer a);
  byte[] toByteArray();
  long[] toLongArray();
  void flip(int a);
  void flip(int a, int b);
  void set(int a);
  void set(int a, boolean b);
  void set(int a, int b);
  void set(int a, int b, boolean c);
  void clear(int a);
  void clear(int a, int b);
  void clear();
  boolean get(int a);
  BitSet get(int a, int b);
  int nextSetBit(int a);
  int nextClearBit(int a);
  int previousSetBit(int a);
  int previousClearBit(int a);
  int length();
  boolean isEmpty();
  boolean intersects(BitSet a);
  int cardinality();
  void and(BitSet a);
  void or(BitSet a);
  void xor(BitSet a);
  void andNot(BitSet a);
  int hashCode();
  int size();
  boolean equals(Object a);
  Object clone();
  String toString();
  IntStream stream();
}
abstract class Calendar implements Serializable, Cloneable, Comparable<Calendar> {
  static int ERA;
  static int YEAR;
  static int MONTH;
  static int WEEK_OF_YEAR;
  static int WEEK_OF_MONTH;
  static int DATE;
  static int DAY_OF_MONTH;
  static int DAY_OF_YEAR;
  static int DAY_OF_WEEK;
  static int DAY_OF_WEEK_IN_MONTH;
  static int AM_PM;
  static int HOUR;
  static int HOUR_OF_DAY;
  static int MINUTE;
  static int SECOND;
  static int MILLISECOND;
  static int ZONE_OFFSET;
  static int DST_OFFSET;
  static int FIELD_COUNT;
  static int SUNDAY;
  static int MONDAY;
  static int TUESDAY;
  static int WEDNESDAY;
  static int THURSDAY;
  static int FRIDAY;
  static int SATURDAY;
  static int JANUARY;
  static int FEBRUARY;
  static int MARCH;
  static int APRIL;
  static int MAY;
  static int JUNE;
  static int JULY;
  static int AUGUST;
  static int SEPTEMBER;
  static int OCTOBER;
  static int NOVEMBER;
  static int DECEMBER;
  static int UNDECIMBER;
  static int AM;
  static int PM;
  static int ALL_STYLES;
  static int SHORT;
  static int LONG;
  static int NARROW_FORMAT;
  static int NARROW_STANDALONE;
  static int SHORT_FORMAT;
  static int LONG_FORMAT;
  static int SHORT_STANDALONE;
  static int LONG_STANDALONE;
  protected int[] fields;
  protected boolean[] isSet;
  protected long time;
  protected boolean isTimeSet;
  protected boolean areFieldsSet;
  protected Calendar() {}
  protected Calendar(TimeZone a, Locale b) {}
  static Calendar getInstance();
  static Calendar getInstance(TimeZone a);
  static Calendar getInstance(Locale a);
  static Calendar getInstance(TimeZone a, Locale b);
  static Locale[] getAvailableLocales();
  protected abstract void computeTime();
  protected abstract void computeFields();
  Date getTime();
  void setTime(Date a);
  long getTimeInMillis();
  void setTimeInMillis(long a);
  int get(int a);
  protected int internalGet(int a);
  void set(int a, int b);
  void set(int a, int b, int c);
  void set(int a, int b, int c, int d, int e);
  void set(int a, int b, int c, int d, int e, int f);
  void clear();
  void clear(int a);
  boolean isSet(int a);
  String getDisplayName(int a, int b, Locale c);
  Map<String, Integer> getDisplayNames(int a, int b, Locale c) {}
  protected void complete();
  static Set<String> getAvailableCalendarTypes() {}
  String getCalendarType();
  boolean equals(Object a);
  int hashCode();
  boolean before(Object a);
  boolean after(Object a);
  int compareTo(Calendar a);
  abstract void add(int a, int b);
  abstract void roll(int a, boolean b);
  void roll(int a, int b);
  void setTimeZone(TimeZone a);
  TimeZone getTimeZone();
  void setLenient(boolean a);
  boolean isLenient();
  void setFirstDayOfWeek(int a);
  int getFirstDayOfWeek();
  void setMinimalDaysInFirstWeek(int a);
  int getMinimalDaysInFirstWeek();
  boolean isWeekDateSupported();
  int getWeekYear();
  void setWeekDate(int a, int b, int c);
  int getWeeksInWeekYear();
  abstract int getMinimum(int a);
  abstract int getMaximum(int a);
  abstract int getGreatestMinimum(int a);
  abstract int getLeastMaximum(int a);
  int getActualMinimum(int a);
  int getActualMaximum(int a);
  Object clone();
  String toString();
  Instant toInstant();
  int compareTo(Object a);
  static class Builder {
    Builder() {}
    Calendar.Builder setInstant(long a);
    Calendar.Builder setInstant(Date a);
    Calendar.Builder set(int a, int b);
    Calendar.Builder setFields(int... a);
    Calendar.Builder setDate(int a, int b, int c);
    Calendar.Builder setTimeOfDay(int a, int b, int c);
    Calendar.Builder setTimeOfDay(int a, int b, int c, int d);
    Calendar.Builder setWeekDate(int a, int b, int c);
    Calendar.Builder setTimeZone(TimeZone a);
    Calendar.Builder setLenient(boolean a);
    Calendar.Builder setCalendarType(String a);
    Calendar.Builder setLocale(Locale a);
    Calendar.Builder setWeekDefinition(int a, int b);
    Calendar build();
  }
}
interface Collection<E> extends Iterable<E> {
  int size();
  boolean isEmpty();
  boolean contains(Object a);
  Iterator<E> iterator() {}
  Object[] toArray();
  <T> T[] toArray(T[] a);
  default <T> T[] toArray(IntFunction<T[]> a);
  boolean add(E a);
  boolean remove(Object a);
  boolean containsAll(Collection<?> a);
  boolean addAll(Collection<? extends E> a);
  boolean removeAll(Collection<?> a);
  default boolean removeIf(Predicate<? super E> a);
  boolean retainAll(Collection<?> a);
  void clear();
  boolean equals(Object a);
  int hashCode();
  default Spliterator<E> spliterator() {}
  default Stream<E> stream() {}
  default Stream<E> parallelStream() {}
}
class Collections {
  static Set EMPTY_SET;
  static List EMPTY_LIST;
  static Map EMPTY_MAP;
  static <T extends Comparable<? super T>> void sort(List<T> a);
  static <T> void sort(List<T> a, Comparator<? super T> b);
  static <T> int binarySearch(List<? extends Comparable<? super T>> a, T b);
  static <T> int binarySearch(List<? extends T> a, T b, Comparator<? super T> c);
  static void reverse(List<?> a);
  static void shuffle(List<?> a);
  static void shuffle(List<?> a, Random b);
  static void shuffle(List<?> a, java.util.random.RandomGenerator b);
  static void swap(List<?> a, int b, int c);
  static <T> void fill(List<? super T> a, T b);
  static <T> void copy(List<? super T> a, List<? extends T> b);
  static <T extends Comparable<? super T>> T min(Collection<? extends T> a);
  static <T> T min(Collection<? extends T> a, Comparator<? super T> b);
  static <T extends Comparable<? super T>> T max(Collection<? extends T> a);
  static <T> T max(Collection<? extends T> a, Comparator<? super T> b);
  static void rotate(List<?> a, int b);
  static <T> boolean replaceAll(List<T> a, T b, T c);
  static int indexOfSubList(List<?> a, List<?> b);
  static int lastIndexOfSubList(List<?> a, List<?> b);
  static <T> Collection<T> unmodifiableCollection(Collection<? extends T> a) {}
  static <T> SequencedCollection<T> unmodifiableSequencedCollection(SequencedCollection<? extends T> a) {}
  static <T> Set<T> unmodifiableSet(Set<? extends T> a) {}
  static <T> SequencedSet<T> unmodifiableSequencedSet(SequencedSet<? extends T> a) {}
  static <T> SortedSet<T> unmodifiableSortedSet(SortedSet<T> a) {}
  static <T> NavigableSet<T> unmodifiableNavigableSet(NavigableSet<T> a) {}
  static <T> List<T> unmodifiableList(List<? extends T> a) {}
  static <K, V> Map<K, V> unmodifiableMap(Map<? extends K, ? extends V> a) {}
  static <K, V> SequencedMap<K, V> unmodifiableSequencedMap(SequencedMap<? extends K, ? extends V> a) {}
  static <K, V> SortedMap<K, V> unmodifiableSortedMap(SortedMap<K, ? extends V> a) {}
  static <K, V> NavigableMap<K, V> unmodifiableNavigableMap(NavigableMap<K, ? extends V> a) {}
  static <T> Collection<T> synchronizedCollection(Collection<T> a) {}
  static <T> Set<T> synchronizedSet(Set<T> a) {}
  static <T> SortedSet<T> synchronizedSortedSet(SortedSet<T> a) {}
  static <T> NavigableSet<T> synchronizedNavigableSet(NavigableSet<T> a) {}
  static <T> List<T> synchronizedList(List<T> a) {}
  static <K, V> Map<K, V> synchronizedMap(Map<K, V> a) {}
  static <K, V> SortedMap<K, V> synchronizedSortedMap(SortedMap<K, V> a) {}
  static <K, V> NavigableMap<K, V> synchronizedNavigableMap(NavigableMap<K, V> a) {}
  static <E> Collection<E> checkedCollection(Collection<E> a, Class<E> b) {}
  static <E> Queue<E> checkedQueue(Queue<E> a, Class<E> b) {}
  static <E> Set<E> checkedSet(Set<E> a, Class<E> b) {}
  static <E> SortedSet<E> checkedSortedSet(SortedSet<E> a, Class<E> b) {}
  static <E> NavigableSet<E> checkedNavigableSet(NavigableSet<E> a, Class<E> b) {}
  static <E> List<E> checkedList(List<E> a, Class<E> b) {}
  static <K, V> Map<K, V> checkedMap(Map<K, V> a, Class<K> b, Class<V> c) {}
  static <K, V> SortedMap<K, V> checkedSortedMap(SortedMap<K, V> a, Class<K> b, Class<V> c) {}
  static <K, V> NavigableMap<K, V> checkedNavigableMap(NavigableMap<K, V> a, Class<K> b, Class<V> c) {}
  static <T> Iterator<T> emptyIterator() {}
  static <T> ListIterator<T> emptyListIterator() {}
  static <T> Enumeration<T> emptyEnumeration() {}
  static <T> Set<T> emptySet() {}
  static <E> SortedSet<E> emptySortedSet() {}
  static <E> NavigableSet<E> emptyNavigableSet() {}
  static <T> List<T> emptyList() {}
  static <K, V> Map<K, V> emptyMap() {}
  static <K, V> SortedMap<K, V> emptySortedMap() {}
  static <K, V> NavigableMap<K, V> emptyNavigableMap() {}
  static <T> Set<T> singleton(T a) {}
  static <T> List<T> singletonList(T a) {}
  static <K, V> Map<K, V> singletonMap(K a, V b) {}
  static <T> List<T> nCopies(int a, T b) {}
  static <T> Comparator<T> reverseOrder() {}
  static <T> Comparator<T> reverseOrder(Comparator<T> a) {}
  static <T> Enumeration<T> enumeration(Collection<T> a) {}
  static <T> ArrayList<T> list(Enumeration<T> a) {}
  static int frequency(Collection<?> a, Object b);
  static boolean disjoint(Collection<?> a, Collection<?> b);
  static <T> boolean addAll(Collection<? super T> a, T... b);
  static <E> Set<E> newSetFromMap(Map<E, Boolean> a) {}
  static <E> SequencedSet<E> newSequencedSetFromMap(SequencedMap<E, Boolean> a) {}
  static <T> Queue<T> asLifoQueue(Deque<T> a) {}
}
interface Comparator<T> {
  int compare(T a, T b);
  boolean equals(Object a);
  default Comparator<T> reversed() {}
  default Comparator<T> thenComparing(Comparator<? super T> a) {}
  default <U> Comparator<T> thenComparing(Function<? super T, ? extends U> a, Comparator<? super U> b) {}
  default <U extends Comparable<? super U>> Comparator<T> thenComparing(Function<? super T, ? extends U> a) {}
  default Comparator<T> thenComparingInt(ToIntFunction<? super T> a) {}
  default Comparator<T> thenComparingLong(ToLongFunction<? super T> a) {}
  default Comparator<T> thenComparingDouble(ToDoubleFunction<? super T> a) {}
  static <T extends Comparable<? super T>> Comparator<T> reverseOrder() {}
  static <T extends Comparable<? super T>> Comparator<T> naturalOrder() {}
  static <T> Comparator<T> nullsFirst(Comparator<? super T> a) {}
  static <T> Comparator<T> nullsLast(Comparator<? super T> a) {}
  static <T, U> Comparator<T> comparing(Function<? super T, ? extends U> a, Comparator<? super U> b) {}
  static <T, U extends Comparable<? super U>> Comparator<T> comparing(Function<? super T, ? extends U> a) {}
  static <T> Comparator<T> comparingInt(ToIntFunction<? super T> a) {}
  static <T> Comparator<T> comparingLong(ToLongFunction<? super T> a) {}
  static <T> Comparator<T> comparingDouble(ToDoubleFunction<? super T> a) {}
}
class ConcurrentModificationException extends RuntimeException {
  ConcurrentModificationException() {}
  ConcurrentModificationException(String a) {}
  ConcurrentModificationException(Throwable a) {}
  ConcurrentModificationException(String a, Throwable b) {}
}
class Currency implements Serializable {
  static Currency getInstance(String a);
  static Currency getInstance(Locale a);
  static Set<Currency> getAvailableCurrencies() {}
  static Stream<Currency> availableCurrencies() {}
  String getCurrencyCode();
  String getSymbol();
  String getSymbol(Locale a);
  int getDefaultFractionDigits();
  int getNumericCode();
  String getNumericCodeAsString();
  String getDisplayName();
  String getDisplayName(Locale a);
  String toString();
}
class Date implements Serializable, Cloneable, Comparable<Date> {
  Date() {}
  Date(long a) {}
  Date(int a, int b, int c) {}
  Date(int a, int b, int c, int d, int e) {}
  Date(int a, int b, int c, int d, int e, int f) {}
  Date(String a) {}
  Object clone();
  static long UTC(int a, int b, int c, int d, int e, int f);
  static long parse(String a);
  int getYear();
  void setYear(int a);
  int getMonth();
  void setMonth(int a);
  int getDate();
  void setDate(int a);
  int getDay();
  int getHours();
  void setHours(int a);
  int getMinutes();
  void setMinutes(int a);
  int getSeconds();
  void setSeconds(int a);
  long getTime();
  void setTime(long a);
  boolean before(Date a);
  boolean after(Date a);
  boolean equals(Object a);
  int compareTo(Date a);
  int hashCode();
  String toString();
  String toLocaleString();
  String toGMTString();
  int getTimezoneOffset();
  static Date from(Instant a);
  Instant toInstant();
  int compareTo(Object a);
}
interface Deque<E> extends Queue<E>, SequencedCollection<E> {
  void addFirst(E a);
  void addLast(E a);
  boolean offerFirst(E a);
  boolean offerLast(E a);
  E removeFirst();
  E removeLast();
  E pollFirst();
  E pollLast();
  E getFirst();
  E getLast();
  E peekFirst();
  E peekLast();
  boolean removeFirstOccurrence(Object a);
  boolean removeLastOccurrence(Object a);
  boolean add(E a);
  boolean offer(E a);
  E remove();
  E poll();
  E element();
  E peek();
  boolean addAll(Collection<? extends E> a);
  void push(E a);
  E pop();
  boolean remove(Object a);
  boolean contains(Object a);
  int size();
  Iterator<E> iterator() {}
  Iterator<E> descendingIterator() {}
  default Deque<E> reversed() {}
  default SequencedCollection reversed();
}
abstract class Dictionary<K, V> {
  Dictionary() {}
  abstract int size();
  abstract boolean isEmpty();
  abstract Enumeration<K> keys() {}
  abstract Enumeration<V> elements() {}
  abstract V get(Object a);
  abstract V put(K a, V b);
  abstract V remove(Object a);
}
class DoubleSummaryStatistics implements DoubleConsumer {
  DoubleSummaryStatistics() {}
  DoubleSummaryStatistics(long a, double b, double c, double d) {}
  void accept(double a);
  void combine(DoubleSummaryStatistics a);
  long getCount();
  double getSum();
  double getMin();
  double getMax();
  double getAverage();
  String toString();
}
class DuplicateFormatFlagsException extends IllegalFormatException {
  DuplicateFormatFlagsException(String a) {}
  String getFlags();
  String getMessage();
}
class EmptyStackException extends RuntimeException {
  EmptyStackException() {}
}
class EnumMap<K extends Enum<K>, V> extends AbstractMap<K, V> implements Serializable, Cloneable {
  ;
  EnumMap(Class<K> a) {}
  EnumMap(EnumMap<K, ? extends V> a) {}
  EnumMap(Map<K, ? extends V> a) {}
  int size();
  boolean containsValue(Object a);
  boolean containsKey(Object a);
  V get(Object a);
  V put(K a, V b);
  V remove(Object a);
  void putAll(Map<? extends K, ? extends V> a);
  void clear();
  Set<K> keySet() {}
  Collection<V> values() {}
  Set<Map.Entry<K, V>> entrySet() {}
  boolean equals(Object a);
  int hashCode();
  EnumMap<K, V> clone() {}
  Object clone();
  Object put(Object a, Object b);
}
abstract class EnumSet<E extends Enum<E>> extends AbstractSet<E> implements Cloneable, Serializable {
  ;
  static <E extends Enum<E>> EnumSet<E> noneOf(Class<E> a) {}
  static <E extends Enum<E>> EnumSet<E> allOf(Class<E> a) {}
  static <E extends Enum<E>> EnumSet<E> copyOf(EnumSet<E> a) {}
  static <E extends Enum<E>> EnumSet<E> copyOf(Collection<E> a) {}
  static <E extends Enum<E>> EnumSet<E> complementOf(EnumSet<E> a) {}
  static <E extends Enum<E>> EnumSet<E> of(E a) {}
  static <E extends Enum<E>> EnumSet<E> of(E a, E b) {}
  static <E extends Enum<E>> EnumSet<E> of(E a, E b, E c) {}
  static <E extends Enum<E>> EnumSet<E> of(E a, E b, E c, E d) {}
  static <E extends Enum<E>> EnumSet<E> of(E a, E b, E c, E d, E e) {}
  static <E extends Enum<E>> EnumSet<E> of(E a, E... b) {}
  static <E extends Enum<E>> EnumSet<E> range(E a, E b) {}
  EnumSet<E> clone() {}
  Object clone();
}
interface Enumeration<E> {
  boolean hasMoreElements();
  E nextElement();
  default Iterator<E> asIterator() {}
}
interface EventListener {
}
abstract class EventListenerProxy<T extends EventListener> implements EventListener {
  EventListenerProxy(T a) {}
  T getListener();
}
class EventObject implements Serializable {
  protected Object source;
  EventObject(Object a) {}
  Object getSource();
  String toString();
}
class FormatFlagsConversionMismatchException extends IllegalFormatException {
  FormatFlagsConversionMismatchException(String a, char b) {}
  String getFlags();
  char getConversion();
  String getMessage();
}
interface Formattable {
  void formatTo(Formatter a, int b, int c, int d);
}
class FormattableFlags {
  static int LEFT_JUSTIFY;
  static int UPPERCASE;
  static int ALTERNATE;
}
class Formatter implements Closeable,Flushable {
  Formatter() {}
  Formatter(Appendable a) {}
  Formatter(Locale a) {}
  Formatter(Appendable a, Locale b) {}
  Formatter(String a) {}
  Formatter(String a, String b) {}
  Formatter(String a, String b, Locale c) {}
  Formatter(String a, java.nio.charset.Charset b, Locale c) {}
  Formatter(File a) {}
  Formatter(File a, String b) {}
  Formatter(File a, String b, Locale c) {}
  Formatter(File a, java.nio.charset.Charset b, Locale c) {}
  Formatter(PrintStream a) {}
  Formatter(OutputStream a) {}
  Formatter(OutputStream a, String b) {}
  Formatter(OutputStream a, String b, Locale c) {}
  Formatter(OutputStream a, java.nio.charset.Charset b, Locale c) {}
  Locale locale();
  Appendable out();
  String toString();
  void flush();
  void close();
  IOException ioException();
  Formatter format(String a, Object... b);
  Formatter format(Locale a, String b, Object... c);
  static enum BigDecimalLayoutForm {
    SCIENTIFIC, DECIMAL_FLOAT;
    static Formatter.BigDecimalLayoutForm[] values();
    static Formatter.BigDecimalLayoutForm valueOf(String a);
  }
}
class FormatterClosedException extends IllegalStateException {
  FormatterClosedException() {}
}
class GregorianCalendar extends Calendar {
  static int BC;
  static int AD;
  GregorianCalendar() {}
  GregorianCalendar(TimeZone a) {}
  GregorianCalendar(Locale a) {}
  GregorianCalendar(TimeZone a, Locale b) {}
  GregorianCalendar(int a, int b, int c) {}
  GregorianCalendar(int a, int b, int c, int d, int e) {}
  GregorianCalendar(int a, int b, int c, int d, int e, int f) {}
  void setGregorianChange(Date a);
  Date getGregorianChange();
  boolean isLeapYear(int a);
  String getCalendarType();
  boolean equals(Object a);
  int hashCode();
  void add(int a, int b);
  void roll(int a, boolean b);
  void roll(int a, int b);
  int getMinimum(int a);
  int getMaximum(int a);
  int getGreatestMinimum(int a);
  int getLeastMaximum(int a);
  int getActualMinimum(int a);
  int getActualMaximum(int a);
  Object clone();
  TimeZone getTimeZone();
  void setTimeZone(TimeZone a);
  boolean isWeekDateSupported();
  int getWeekYear();
  void setWeekDate(int a, int b, int c);
  int getWeeksInWeekYear();
  protected void computeFields();
  protected void computeTime();
  ZonedDateTime toZonedDateTime();
  static GregorianCalendar from(ZonedDateTime a);
}
class HashMap<K, V> extends AbstractMap<K, V> implements Map<K, V>, Cloneable, Serializable {
  HashMap(int a, float b) {}
  HashMap(int a) {}
  HashMap() {}
  HashMap(Map<? extends K, ? extends V> a) {}
  int size();
  boolean isEmpty();
  V get(Object a);
  boolean containsKey(Object a);
  V put(K a, V b);
  void putAll(Map<? extends K, ? extends V> a);
  V remove(Object a);
  void clear();
  boolean containsValue(Object a);
  Set<K> keySet() {}
  Collection<V> values() {}
  Set<Map.Entry<K, V>> entrySet() {}
  V getOrDefault(Object a, V b);
  V putIfAbsent(K a, V b);
  boolean remove(Object a, Object b);
  boolean replace(K a, V b, V c);
  V replace(K a, V b);
  V computeIfAbsent(K a, Function<? super K, ? extends V> b);
  V computeIfPresent(K a, BiFunction<? super K, ? super V, ? extends V> b);
  V compute(K a, BiFunction<? super K, ? super V, ? extends V> b);
  V merge(K a, V b, BiFunction<? super V, ? super V, ? extends V> c);
  void forEach(BiConsumer<? super K, ? super V> a);
  void replaceAll(BiFunction<? super K, ? super V, ? extends V> a);
  Object clone();
  static <K, V> HashMap<K, V> newHashMap(int a) {}
}
class HashSet<E> extends AbstractSet<E> implements Set<E>, Cloneable, Serializable {
  HashSet() {}
  HashSet(Collection<? extends E> a) {}
  HashSet(int a, float b) {}
  HashSet(int a) {}
  Iterator<E> iterator() {}
  int size();
  boolean isEmpty();
  boolean contains(Object a);
  boolean add(E a);
  boolean remove(Object a);
  void clear();
  Object clone();
  Spliterator<E> spliterator() {}
  Object[] toArray();
  <T> T[] toArray(T[] a);
  static <T> HashSet<T> newHashSet(int a) {}
}
class Hashtable<K, V> extends Dictionary<K, V> implements Map<K, V>, Cloneable, Serializable {
  Hashtable(int a, float b) {}
  Hashtable(int a) {}
  Hashtable() {}
  Hashtable(Map<? extends K, ? extends V> a) {}
  int size();
  boolean isEmpty();
  Enumeration<K> keys() {}
  Enumeration<V> elements() {}
  boolean contains(Object a);
  boolean containsValue(Object a);
  boolean containsKey(Object a);
  V get(Object a);
  protected void rehash();
  V put(K a, V b);
  V remove(Object a);
  void putAll(Map<? extends K, ? extends V> a);
  void clear();
  Object clone();
  String toString();
  Set<K> keySet() {}
  Set<Map.Entry<K, V>> entrySet() {}
  Collection<V> values() {}
  boolean equals(Object a);
  int hashCode();
  V getOrDefault(Object a, V b);
  void forEach(BiConsumer<? super K, ? super V> a);
  void replaceAll(BiFunction<? super K, ? super V, ? extends V> a);
  V putIfAbsent(K a, V b);
  boolean remove(Object a, Object b);
  boolean replace(K a, V b, V c);
  V replace(K a, V b);
  V computeIfAbsent(K a, Function<? super K, ? extends V> b);
  V computeIfPresent(K a, BiFunction<? super K, ? super V, ? extends V> b);
  V compute(K a, BiFunction<? super K, ? super V, ? extends V> b);
  V merge(K a, V b, BiFunction<? super V, ? super V, ? extends V> c);
}
class HexFormat {
  static HexFormat of();
  static HexFormat ofDelimiter(String a);
  HexFormat withDelimiter(String a);
  HexFormat withPrefix(String a);
  HexFormat withSuffix(String a);
  HexFormat withUpperCase();
  HexFormat withLowerCase();
  String delimiter();
  String prefix();
  String suffix();
  boolean isUpperCase();
  String formatHex(byte[] a);
  String formatHex(byte[] a, int b, int c);
  <A extends Appendable> A formatHex(A a, byte[] b);
  <A extends Appendable> A formatHex(A a, byte[] b, int c, int d);
  byte[] parseHex(CharSequence a);
  byte[] parseHex(CharSequence a, int b, int c);
  byte[] parseHex(char[] a, int b, int c);
  char toLowHexDigit(int a);
  char toHighHexDigit(int a);
  <A extends Appendable> A toHexDigits(A a, byte b);
  String toHexDigits(byte a);
  String toHexDigits(char a);
  String toHexDigits(short a);
  String toHexDigits(int a);
  String toHexDigits(long a);
  String toHexDigits(long a, int b);
  static boolean isHexDigit(int a);
  static int fromHexDigit(int a);
  static int fromHexDigits(CharSequence a);
  static int fromHexDigits(CharSequence a, int b, int c);
  static long fromHexDigitsToLong(CharSequence a);
  static long fromHexDigitsToLong(CharSequence a, int b, int c);
  boolean equals(Object a);
  int hashCode();
  String toString();
}
class IdentityHashMap<K, V> extends AbstractMap<K, V> implements Map<K, V>, Serializable, Cloneable {
  IdentityHashMap() {}
  IdentityHashMap(int a) {}
  IdentityHashMap(Map<? extends K, ? extends V> a) {}
  int size();
  boolean isEmpty();
  V get(Object a);
  boolean containsKey(Object a);
  boolean containsValue(Object a);
  V put(K a, V b);
  void putAll(Map<? extends K, ? extends V> a);
  V remove(Object a);
  void clear();
  boolean equals(Object a);
  int hashCode();
  Object clone();
  Set<K> keySet() {}
  Collection<V> values() {}
  Set<Map.Entry<K, V>> entrySet() {}
  void forEach(BiConsumer<? super K, ? super V> a);
  void replaceAll(BiFunction<? super K, ? super V, ? extends V> a);
  boolean remove(Object a, Object b);
  boolean replace(K a, V b, V c);
}
class IllegalFormatCodePointException extends IllegalFormatException {
  IllegalFormatCodePointException(int a) {}
  int getCodePoint();
  String getMessage();
}
class IllegalFormatConversionException extends IllegalFormatException {
  IllegalFormatConversionException(char a, Class<?> b) {}
  char getConversion();
  Class<?> getArgumentClass() {}
  String getMessage();
}
class IllegalFormatException extends IllegalArgumentException {
}
class IllegalFormatFlagsException extends IllegalFormatException {
  IllegalFormatFlagsException(String a) {}
  String getFlags();
  String getMessage();
}
class IllegalFormatPrecisionException extends IllegalFormatException {
  IllegalFormatPrecisionException(int a) {}
  int getPrecision();
  String getMessage();
}
class IllegalFormatWidthException extends IllegalFormatException {
  IllegalFormatWidthException(int a) {}
  int getWidth();
  String getMessage();
}
class IllformedLocaleException extends RuntimeException {
  IllformedLocaleException() {}
  IllformedLocaleException(String a) {}
  IllformedLocaleException(String a, int b) {}
  int getErrorIndex();
}
class InputMismatchException extends NoSuchElementException {
  InputMismatchException() {}
  InputMismatchException(String a) {}
}
class IntSummaryStatistics implements IntConsumer {
  IntSummaryStatistics() {}
  IntSummaryStatistics(long a, int b, int c, long d) {}
  void accept(int a);
  void combine(IntSummaryStatistics a);
  long getCount();
  long getSum();
  int getMin();
  int getMax();
  double getAverage();
  String toString();
}
class InvalidPropertiesFormatException extends IOException {
  InvalidPropertiesFormatException(Throwable a) {}
  InvalidPropertiesFormatException(String a) {}
}
interface Iterator<E> {
  boolean hasNext();
  E next();
  default void remove();
  default void forEachRemaining(Consumer<? super E> a);
}
class LinkedHashMap<K, V> extends HashMap<K, V> implements SequencedMap<K, V> {
  V putFirst(K a, V b);
  V putLast(K a, V b);
  LinkedHashMap(int a, float b) {}
  LinkedHashMap(int a) {}
  LinkedHashMap() {}
  LinkedHashMap(Map<? extends K, ? extends V> a) {}
  LinkedHashMap(int a, float b, boolean c) {}
  boolean containsValue(Object a);
  V get(Object a);
  V getOrDefault(Object a, V b);
  void clear();
  protected boolean removeEldestEntry(Map.Entry<K, V> a);
  Set<K> keySet() {}
  SequencedSet<K> sequencedKeySet() {}
  Collection<V> values() {}
  SequencedCollection<V> sequencedValues() {}
  Set<Map.Entry<K, V>> entrySet() {}
  SequencedSet<Map.Entry<K, V>> sequencedEntrySet() {}
  void forEach(BiConsumer<? super K, ? super V> a);
  void replaceAll(BiFunction<? super K, ? super V, ? extends V> a);
  static <K, V> LinkedHashMap<K, V> newLinkedHashMap(int a) {}
  SequencedMap<K, V> reversed() {}
}
class LinkedHashSet<E> extends HashSet<E> implements SequencedSet<E>, Cloneable, Serializable {
  LinkedHashSet(int a, float b) {}
  LinkedHashSet(int a) {}
  LinkedHashSet() {}
  LinkedHashSet(Collection<? extends E> a) {}
  Spliterator<E> spliterator() {}
  static <T> LinkedHashSet<T> newLinkedHashSet(int a) {}
  void addFirst(E a);
  void addLast(E a);
  E getFirst();
  E getLast();
  E removeFirst();
  E removeLast();
  SequencedSet<E> reversed() {}
  SequencedCollection reversed();
}
class LinkedList<E> extends AbstractSequentialList<E> implements List<E>, Deque<E>, Cloneable, Serializable {
  LinkedList() {}
  LinkedList(Collection<? extends E> a) {}
  E getFirst();
  E getLast();
  E removeFirst();
  E removeLast();
  void addFirst(E a);
  void addLast(E a);
  boolean contains(Object a);
  int size();
  boolean add(E a);
  boolean remove(Object a);
  boolean addAll(Collection<? extends E> a);
  boolean addAll(int a, Collection<? extends E> b);
  void clear();
  E get(int a);
  E set(int a, E b);
  void add(int a, E b);
  E remove(int a);
  int indexOf(Object a);
  int lastIndexOf(Object a);
  E peek();
  E element();
  E poll();
  E remove();
  boolean offer(E a);
  boolean offerFirst(E a);
  boolean offerLast(E a);
  E peekFirst();
  E peekLast();
  E pollFirst();
  E pollLast();
  void push(E a);
  E pop();
  boolean removeFirstOccurrence(Object a);
  boolean removeLastOccurrence(Object a);
  ListIterator<E> listIterator(int a) {}
  Iterator<E> descendingIterator() {}
  Object clone();
  Object[] toArray();
  <T> T[] toArray(T[] a);
  Spliterator<E> spliterator() {}
  LinkedList<E> reversed() {}
  List reversed();
  SequencedCollection reversed();
  Deque reversed();
}
interface List<E> extends SequencedCollection<E> {
  int size();
  boolean isEmpty();
  boolean contains(Object a);
  Iterator<E> iterator() {}
  Object[] toArray();
  <T> T[] toArray(T[] a);
  boolean add(E a);
  boolean remove(Object a);
  boolean containsAll(Collection<?> a);
  boolean addAll(Collection<? extends E> a);
  boolean addAll(int a, Collection<? extends E> b);
  boolean removeAll(Collection<?> a);
  boolean retainAll(Collection<?> a);
  default void replaceAll(UnaryOperator<E> a);
  default void sort(Comparator<? super E> a);
  void clear();
  boolean equals(Object a);
  int hashCode();
  E get(int a);
  E set(int a, E b);
  void add(int a, E b);
  E remove(int a);
  int indexOf(Object a);
  int lastIndexOf(Object a);
  ListIterator<E> listIterator() {}
  ListIterator<E> listIterator(int a) {}
  List<E> subList(int a, int b) {}
  default Spliterator<E> spliterator() {}
  default void addFirst(E a);
  default void addLast(E a);
  default E getFirst();
  default E getLast();
  default E removeFirst();
  default E removeLast();
  default List<E> reversed() {}
  static <E> List<E> of() {}
  static <E> List<E> of(E a) {}
  static <E> List<E> of(E a, E b) {}
  static <E> List<E> of(E a, E b, E c) {}
  static <E> List<E> of(E a, E b, E c, E d) {}
  static <E> List<E> of(E a, E b, E c, E d, E e) {}
  static <E> List<E> of(E a, E b, E c, E d, E e, E f) {}
  static <E> List<E> of(E a, E b, E c, E d, E e, E f, E g) {}
  static <E> List<E> of(E a, E b, E c, E d, E e, E f, E g, E h) {}
  static <E> List<E> of(E a, E b, E c, E d, E e, E f, E g, E h, E i) {}
  static <E> List<E> of(E a, E b, E c, E d, E e, E f, E g, E h, E i, E j) {}
  static <E> List<E> of(E... a) {}
  static <E> List<E> copyOf(Collection<? extends E> a) {}
  default SequencedCollection reversed();
}
interface ListIterator<E> extends Iterator<E> {
  boolean hasNext();
  E next();
  boolean hasPrevious();
  E previous();
  int nextIndex();
  int previousIndex();
  void remove();
  void set(E a);
  void add(E a);
}
abstract class ListResourceBundle extends ResourceBundle {
  ListResourceBundle() {}
  Object handleGetObject(String a);
  Enumeration<String> getKeys() {}
  protected Set<String> handleKeySet() {}
  protected abstract Object[][] getContents();
}
class Locale implements Cloneable,Serializable {
  static Locale ENGLISH;
  static Locale FRENCH;
  static Locale GERMAN;
  static Locale ITALIAN;
  static Locale JAPANESE;
  static Locale KOREAN;
  static Locale CHINESE;
  static Locale SIMPLIFIED_CHINESE;
  static Locale TRADITIONAL_CHINESE;
  static Locale FRANCE;
  static Locale GERMANY;
  static Locale ITALY;
  static Locale JAPAN;
  static Locale KOREA;
  static Locale UK;
  static Locale US;
  static Locale CANADA;
  static Locale CANADA_FRENCH;
  static Locale ROOT;
  static Locale CHINA;
  static Locale PRC;
  static Locale TAIWAN;
  static char PRIVATE_USE_EXTENSION;
  static char UNICODE_LOCALE_EXTENSION;
  Locale(String a, String b, String c) {}
  Locale(String a, String b) {}
  Locale(String a) {}
  static Locale of(String a, String b, String c);
  static Locale of(String a, String b);
  static Locale of(String a);
  static Locale getDefault();
  static Locale getDefault(Locale.Category a);
  static void setDefault(Locale a);
  static void setDefault(Locale.Category a, Locale b);
  static Locale[] getAvailableLocales();
  static Stream<Locale> availableLocales() {}
  static String[] getISOCountries();
  static Set<String> getISOCountries(Locale.IsoCountryCode a) {}
  static String[] getISOLanguages();
  String getLanguage();
  String getScript();
  String getCountry();
  String getVariant();
  boolean hasExtensions();
  Locale stripExtensions();
  String getExtension(char a);
  Set<Character> getExtensionKeys() {}
  Set<String> getUnicodeLocaleAttributes() {}
  String getUnicodeLocaleType(String a);
  Set<String> getUnicodeLocaleKeys() {}
  String toString();
  String toLanguageTag();
  static String caseFoldLanguageTag(String a);
  static Locale forLanguageTag(String a);
  String getISO3Language();
  String getISO3Country();
  String getDisplayLanguage();
  String getDisplayLanguage(Locale a);
  String getDisplayScript();
  String getDisplayScript(Locale a);
  String getDisplayCountry();
  String getDisplayCountry(Locale a);
  String getDisplayVariant();
  String getDisplayVariant(Locale a);
  String getDisplayName();
  String getDisplayName(Locale a);
  Object clone();
  int hashCode();
  boolean equals(Object a);
  static List<Locale> filter(List<Locale.LanguageRange> a, Collection<Locale> b, Locale.FilteringMode c) {}
  static List<Locale> filter(List<Locale.LanguageRange> a, Collection<Locale> b) {}
  static List<String> filterTags(List<Locale.LanguageRange> a, Collection<String> b, Locale.FilteringMode c) {}
  static List<String> filterTags(List<Locale.LanguageRange> a, Collection<String> b) {}
  static Locale lookup(List<Locale.LanguageRange> a, Collection<Locale> b);
  static String lookupTag(List<Locale.LanguageRange> a, Collection<String> b);
  static class Builder {
    Builder() {}
    Locale.Builder setLocale(Locale a);
    Locale.Builder setLanguageTag(String a);
    Locale.Builder setLanguage(String a);
    Locale.Builder setScript(String a);
    Locale.Builder setRegion(String a);
    Locale.Builder setVariant(String a);
    Locale.Builder setExtension(char a, String b);
    Locale.Builder setUnicodeLocaleKeyword(String a, String b);
    Locale.Builder addUnicodeLocaleAttribute(String a);
    Locale.Builder removeUnicodeLocaleAttribute(String a);
    Locale.Builder clear();
    Locale.Builder clearExtensions();
    Locale build();
  }
  static enum Category {
    DISPLAY, FORMAT;
    static Locale.Category[] values();
    static Locale.Category valueOf(String a);
  }
  static enum FilteringMode {
    AUTOSELECT_FILTERING, EXTENDED_FILTERING, IGNORE_EXTENDED_RANGES, MAP_EXTENDED_RANGES, REJECT_EXTENDED_RANGES;
    static Locale.FilteringMode[] values();
    static Locale.FilteringMode valueOf(String a);
  }
  static abstract enum IsoCountryCode {
    PART1_ALPHA2, PART1_ALPHA3, PART3;
    static Locale.IsoCountryCode[] values();
    static Locale.IsoCountryCode valueOf(String a);
  }
  static class LanguageRange {
    static double MAX_WEIGHT;
    static double MIN_WEIGHT;
    LanguageRange(String a) {}
    LanguageRange(String a, double b) {}
    String getRange();
    double getWeight();
    static List<Locale.LanguageRange> parse(String a) {}
    static List<Locale.LanguageRange> parse(String a, Map<String, List<String>> b) {}
    static List<Locale.LanguageRange> mapEquivalents(List<Locale.LanguageRange> a, Map<String, List<String>> b) {}
    int hashCode();
    boolean equals(Object a);
    String toString();
  }
}
class LongSummaryStatistics implements LongConsumer,IntConsumer {
  LongSummaryStatistics() {}
  LongSummaryStatistics(long a, long b, long c, long d) {}
  void accept(int a);
  void accept(long a);
  void combine(LongSummaryStatistics a);
  long getCount();
  long getSum();
  long getMin();
  long getMax();
  double getAverage();
  String toString();
}
interface Map<K, V> {
  int size();
  boolean isEmpty();
  boolean containsKey(Object a);
  boolean containsValue(Object a);
  V get(Object a);
  V put(K a, V b);
  V remove(Object a);
  void putAll(Map<? extends K, ? extends V> a);
  void clear();
  Set<K> keySet() {}
  Collection<V> values() {}
  Set<Map.Entry<K, V>> entrySet() {}
  boolean equals(Object a);
  int hashCode();
  default V getOrDefault(Object a, V b);
  default void forEach(BiConsumer<? super K, ? super V> a);
  default void replaceAll(BiFunction<? super K, ? super V, ? extends V> a);
  default V putIfAbsent(K a, V b);
  default boolean remove(Object a, Object b);
  default boolean replace(K a, V b, V c);
  default V replace(K a, V b);
  default V computeIfAbsent(K a, Function<? super K, ? extends V> b);
  default V computeIfPresent(K a, BiFunction<? super K, ? super V, ? extends V> b);
  default V compute(K a, BiFunction<? super K, ? super V, ? extends V> b);
  default V merge(K a, V b, BiFunction<? super V, ? super V, ? extends V> c);
  static <K, V> Map<K, V> of() {}
  static <K, V> Map<K, V> of(K a, V b) {}
  static <K, V> Map<K, V> of(K a, V b, K c, V d) {}
  static <K, V> Map<K, V> of(K a, V b, K c, V d, K e, V f) {}
  static <K, V> Map<K, V> of(K a, V b, K c, V d, K e, V f, K g, V h) {}
  static <K, V> Map<K, V> of(K a, V b, K c, V d, K e, V f, K g, V h, K i, V j) {}
  static <K, V> Map<K, V> of(K a, V b, K c, V d, K e, V f, K g, V h, K i, V j, K k, V l) {}
  static <K, V> Map<K, V> of(K a, V b, K c, V d, K e, V f, K g, V h, K i, V j, K k, V l, K m, V n) {}
  static <K, V> Map<K, V> of(K a, V b, K c, V d, K e, V f, K g, V h, K i, V j, K k, V l, K m, V n, K o, V p) {}
  static <K, V> Map<K, V> of(K a, V b, K c, V d, K e, V f, K g, V h, K i, V j, K k, V l, K m, V n, K o, V p, K q, V r) {}
  static <K, V> Map<K, V> of(K a, V b, K c, V d, K e, V f, K g, V h, K i, V j, K k, V l, K m, V n, K o, V p, K q, V r, K s, V t) {}
  static <K, V> Map<K, V> ofEntries(Map.Entry<? extends K, ? extends V>... a) {}
  static <K, V> Map.Entry<K, V> entry(K a, V b) {}
  static <K, V> Map<K, V> copyOf(Map<? extends K, ? extends V> a) {}
  static interface Entry<K, V> {
    K getKey();
    V getValue();
    V setValue(V a);
    boolean equals(Object a);
    int hashCode();
    static <K extends Comparable<? super K>, V> Comparator<Map.Entry<K, V>> comparingByKey() {}
    static <K, V extends Comparable<? super V>> Comparator<Map.Entry<K, V>> comparingByValue() {}
    static <K, V> Comparator<Map.Entry<K, V>> comparingByKey(Comparator<? super K> a) {}
    static <K, V> Comparator<Map.Entry<K, V>> comparingByValue(Comparator<? super V> a) {}
    static <K, V> Map.Entry<K, V> copyOf(Map.Entry<? extends K, ? extends V> a) {}
  }
}
class MissingFormatArgumentException extends IllegalFormatException {
  MissingFormatArgumentException(String a) {}
  String getFormatSpecifier();
  String getMessage();
}
class MissingFormatWidthException extends IllegalFormatException {
  MissingFormatWidthException(String a) {}
  String getFormatSpecifier();
  String getMessage();
}
class MissingResourceException extends RuntimeException {
  MissingResourceException(String a, String b, String c) {}
  String getClassName();
  String getKey();
}
interface NavigableMap<K, V> extends SortedMap<K, V> {
  Map.Entry<K, V> lowerEntry(K a) {}
  K lowerKey(K a);
  Map.Entry<K, V> floorEntry(K a) {}
  K floorKey(K a);
  Map.Entry<K, V> ceilingEntry(K a) {}
  K ceilingKey(K a);
  Map.Entry<K, V> higherEntry(K a) {}
  K higherKey(K a);
  Map.Entry<K, V> firstEntry() {}
  Map.Entry<K, V> lastEntry() {}
  Map.Entry<K, V> pollFirstEntry() {}
  Map.Entry<K, V> pollLastEntry() {}
  NavigableMap<K, V> descendingMap() {}
  NavigableSet<K> navigableKeySet() {}
  NavigableSet<K> descendingKeySet() {}
  NavigableMap<K, V> subMap(K a, boolean b, K c, boolean d) {}
  NavigableMap<K, V> headMap(K a, boolean b) {}
  NavigableMap<K, V> tailMap(K a, boolean b) {}
  SortedMap<K, V> subMap(K a, K b) {}
  SortedMap<K, V> headMap(K a) {}
  SortedMap<K, V> tailMap(K a) {}
  default NavigableMap<K, V> reversed() {}
  default SortedMap reversed();
  default SequencedMap reversed();
}
interface NavigableSet<E> extends SortedSet<E> {
  E lower(E a);
  E floor(E a);
  E ceiling(E a);
  E higher(E a);
  E pollFirst();
  E pollLast();
  Iterator<E> iterator() {}
  NavigableSet<E> descendingSet() {}
  Iterator<E> descendingIterator() {}
  NavigableSet<E> subSet(E a, boolean b, E c, boolean d) {}
  NavigableSet<E> headSet(E a, boolean b) {}
  NavigableSet<E> tailSet(E a, boolean b) {}
  SortedSet<E> subSet(E a, E b) {}
  SortedSet<E> headSet(E a) {}
  SortedSet<E> tailSet(E a) {}
  default E removeFirst();
  default E removeLast();
  default NavigableSet<E> reversed() {}
  default SortedSet reversed();
  default SequencedSet reversed();
  default SequencedCollection reversed();
}
class NoSuchElementException extends RuntimeException {
  NoSuchElementException() {}
  NoSuchElementException(String a, Throwable b) {}
  NoSuchElementException(Throwable a) {}
  NoSuchElementException(String a) {}
}
class Objects {
  static boolean equals(Object a, Object b);
  static boolean deepEquals(Object a, Object b);
  static int hashCode(Object a);
  static int hash(Object... a);
  static String toString(Object a);
  static String toString(Object a, String b);
  static String toIdentityString(Object a);
  static <T> int compare(T a, T b, Comparator<? super T> c);
  static <T> T requireNonNull(T a);
  static <T> T requireNonNull(T a, String b);
  static boolean isNull(Object a);
  static boolean nonNull(Object a);
  static <T> T requireNonNullElse(T a, T b);
  static <T> T requireNonNullElseGet(T a, Supplier<? extends T> b);
  static <T> T requireNonNull(T a, Supplier<String> b);
  static int checkIndex(int a, int b);
  static int checkFromToIndex(int a, int b, int c);
  static int checkFromIndexSize(int a, int b, int c);
  static long checkIndex(long a, long b);
  static long checkFromToIndex(long a, long b, long c);
  static long checkFromIndexSize(long a, long b, long c);
}
class Observable {
  Observable() {}
  void addObserver(Observer a);
  void deleteObserver(Observer a);
  void notifyObservers();
  void notifyObservers(Object a);
  void deleteObservers();
  protected void setChanged();
  protected void clearChanged();
  boolean hasChanged();
  int countObservers();
}
interface Observer {
  void update(Observable a, Object b);
}
class Optional<T> {
  static <T> Optional<T> empty() {}
  static <T> Optional<T> of(T a) {}
  static <T> Optional<T> ofNullable(T a) {}
  T get();
  boolean isPresent();
  boolean isEmpty();
  void ifPresent(Consumer<? super T> a);
  void ifPresentOrElse(Consumer<? super T> a, Runnable b);
  Optional<T> filter(Predicate<? super T> a) {}
  <U> Optional<U> map(Function<? super T, ? extends U> a) {}
  <U> Optional<U> flatMap(Function<? super T, ? extends Optional<? extends U>> a) {}
  Optional<T> or(Supplier<? extends Optional<? extends T>> a) {}
  Stream<T> stream() {}
  T orElse(T a);
  T orElseGet(Supplier<? extends T> a);
  T orElseThrow();
  <X extends Throwable> T orElseThrow(Supplier<? extends X> a);
  boolean equals(Object a);
  int hashCode();
  String toString();
}
class OptionalDouble {
  static OptionalDouble empty();
  static OptionalDouble of(double a);
  double getAsDouble();
  boolean isPresent();
  boolean isEmpty();
  void ifPresent(DoubleConsumer a);
  void ifPresentOrElse(DoubleConsumer a, Runnable b);
  DoubleStream stream();
  double orElse(double a);
  double orElseGet(DoubleSupplier a);
  double orElseThrow();
  <X extends Throwable> double orElseThrow(Supplier<? extends X> a);
  boolean equals(Object a);
  int hashCode();
  String toString();
}
class OptionalInt {
  static OptionalInt empty();
  static OptionalInt of(int a);
  int getAsInt();
  boolean isPresent();
  boolean isEmpty();
  void ifPresent(IntConsumer a);
  void ifPresentOrElse(IntConsumer a, Runnable b);
  IntStream stream();
  int orElse(int a);
  int orElseGet(IntSupplier a);
  int orElseThrow();
  <X extends Throwable> int orElseThrow(Supplier<? extends X> a);
  boolean equals(Object a);
  int hashCode();
  String toString();
}
class OptionalLong {
  static OptionalLong empty();
  static OptionalLong of(long a);
  long getAsLong();
  boolean isPresent();
  boolean isEmpty();
  void ifPresent(LongConsumer a);
  void ifPresentOrElse(LongConsumer a, Runnable b);
  LongStream stream();
  long orElse(long a);
  long orElseGet(LongSupplier a);
  long orElseThrow();
  <X extends Throwable> long orElseThrow(Supplier<? extends X> a);
  boolean equals(Object a);
  int hashCode();
  String toString();
}
interface PrimitiveIterator<T, T_CONS> extends Iterator<T> {
  void forEachRemaining(T_CONS a);
  static interface OfDouble extends PrimitiveIterator<Double, DoubleConsumer> {
    double nextDouble();
    default void forEachRemaining(DoubleConsumer a);
    default Double next();
    default void forEachRemaining(Consumer<? super Double> a);
    default void forEachRemaining(Object a);
    default Object next();
  }
  static interface OfInt extends PrimitiveIterator<Integer, IntConsumer> {
    int nextInt();
    default void forEachRemaining(IntConsumer a);
    default Integer next();
    default void forEachRemaining(Consumer<? super Integer> a);
    default void forEachRemaining(Object a);
    default Object next();
  }
  static interface OfLong extends PrimitiveIterator<Long, LongConsumer> {
    long nextLong();
    default void forEachRemaining(LongConsumer a);
    default Long next();
    default void forEachRemaining(Consumer<? super Long> a);
    default void forEachRemaining(Object a);
    default Object next();
  }
}
class PriorityQueue<E> extends AbstractQueue<E> implements Serializable {
  PriorityQueue() {}
  PriorityQueue(int a) {}
  PriorityQueue(Comparator<? super E> a) {}
  PriorityQueue(int a, Comparator<? super E> b) {}
  PriorityQueue(Collection<? extends E> a) {}
  PriorityQueue(PriorityQueue<? extends E> a) {}
  PriorityQueue(SortedSet<? extends E> a) {}
  boolean add(E a);
  boolean offer(E a);
  E peek();
  boolean remove(Object a);
  boolean contains(Object a);
  Object[] toArray();
  <T> T[] toArray(T[] a);
  Iterator<E> iterator() {}
  int size();
  void clear();
  E poll();
  Comparator<? super E> comparator() {}
  Spliterator<E> spliterator() {}
  boolean removeIf(Predicate<? super E> a);
  boolean removeAll(Collection<?> a);
  boolean retainAll(Collection<?> a);
  void forEach(Consumer<? super E> a);
}
class Properties extends Hashtable<Object, Object> {
  protected Properties defaults;
  Properties() {}
  Properties(int a) {}
  Properties(Properties a) {}
  Object setProperty(String a, String b);
  void load(Reader a);
  void load(InputStream a);
  void save(OutputStream a, String b);
  void store(Writer a, String b);
  void store(OutputStream a, String b);
  void loadFromXML(InputStream a);
  void storeToXML(OutputStream a, String b);
  void storeToXML(OutputStream a, String b, String c);
  void storeToXML(OutputStream a, String b, java.nio.charset.Charset c);
  String getProperty(String a);
  String getProperty(String a, String b);
  Enumeration<?> propertyNames() {}
  Set<String> stringPropertyNames() {}
  void list(PrintStream a);
  void list(PrintWriter a);
  int size();
  boolean isEmpty();
  Enumeration<Object> keys() {}
  Enumeration<Object> elements() {}
  boolean contains(Object a);
  boolean containsValue(Object a);
  boolean containsKey(Object a);
  Object get(Object a);
  Object put(Object a, Object b);
  Object remove(Object a);
  void putAll(Map<?, ?> a);
  void clear();
  String toString();
  Set<Object> keySet() {}
  Collection<Object> values() {}
  Set<Map.Entry<Object, Object>> entrySet() {}
  boolean equals(Object a);
  int hashCode();
  Object getOrDefault(Object a, Object b);
  void forEach(BiConsumer<? super Object, ? super Object> a);
  void replaceAll(BiFunction<? super Object, ? super Object, ?> a);
  Object putIfAbsent(Object a, Object b);
  boolean remove(Object a, Object b);
  boolean replace(Object a, Object b, Object c);
  Object replace(Object a, Object b);
  Object computeIfAbsent(Object a, Function<? super Object, ?> b);
  Object computeIfPresent(Object a, BiFunction<? super Object, ? super Object, ?> b);
  Object compute(Object a, BiFunction<? super Object, ? super Object, ?> b);
  Object merge(Object a, Object b, BiFunction<? super Object, ? super Object, ?> c);
  protected void rehash();
  Object clone();
}
class PropertyPermission extends java.security.BasicPermission {
  PropertyPermission(String a, String b) {}
  boolean implies(java.security.Permission a);
  boolean equals(Object a);
  int hashCode();
  String getActions();
  java.security.PermissionCollection newPermissionCollection();
}
class PropertyResourceBundle extends ResourceBundle {
  PropertyResourceBundle(InputStream a) {}
  PropertyResourceBundle(Reader a) {}
  Object handleGetObject(String a);
  Enumeration<String> getKeys() {}
  protected Set<String> handleKeySet() {}
}
interface Queue<E> extends Collection<E> {
  boolean add(E a);
  boolean offer(E a);
  E remove();
  E poll();
  E element();
  E peek();
}
class Random implements java.util.random.RandomGenerator,Serializable {
  Random() {}
  Random(long a) {}
  static Random from(java.util.random.RandomGenerator a);
  void setSeed(long a);
  protected int next(int a);
  void nextBytes(byte[] a);
  int nextInt();
  int nextInt(int a);
  long nextLong();
  boolean nextBoolean();
  float nextFloat();
  double nextDouble();
  double nextGaussian();
  IntStream ints(long a);
  IntStream ints();
  IntStream ints(long a, int b, int c);
  IntStream ints(int a, int b);
  LongStream longs(long a);
  LongStream longs();
  LongStream longs(long a, long b, long c);
  LongStream longs(long a, long b);
  DoubleStream doubles(long a);
  DoubleStream doubles();
  DoubleStream doubles(long a, double b, double c);
  DoubleStream doubles(double a, double b);
}
interface RandomAccess {
}
abstract class ResourceBundle {
  protected ResourceBundle parent;
  String getBaseBundleName();
  ResourceBundle() {}
  String getString(String a);
  String[] getStringArray(String a);
  Object getObject(String a);
  Locale getLocale();
  protected void setParent(ResourceBundle a);
  static ResourceBundle getBundle(String a);
  static ResourceBundle getBundle(String a, ResourceBundle.Control b);
  static ResourceBundle getBundle(String a, Locale b);
  static ResourceBundle getBundle(String a, Module b);
  static ResourceBundle getBundle(String a, Locale b, Module c);
  static ResourceBundle getBundle(String a, Locale b, ResourceBundle.Control c);
  static ResourceBundle getBundle(String a, Locale b, ClassLoader c);
  static ResourceBundle getBundle(String a, Locale b, ClassLoader c, ResourceBundle.Control d);
  static void clearCache();
  static void clearCache(ClassLoader a);
  protected abstract Object handleGetObject(String a);
  abstract Enumeration<String> getKeys() {}
  boolean containsKey(String a);
  Set<String> keySet() {}
  protected Set<String> handleKeySet() {}
  static class Control {
    static List<String> FORMAT_DEFAULT;
    static List<String> FORMAT_CLASS;
    static List<String> FORMAT_PROPERTIES;
    static long TTL_DONT_CACHE;
    static long TTL_NO_EXPIRATION_CONTROL;
    protected Control() {}
    static ResourceBundle.Control getControl(List<String> a);
    static ResourceBundle.Control getNoFallbackControl(List<String> a);
    List<String> getFormats(String a) {}
    List<Locale> getCandidateLocales(String a, Locale b) {}
    Locale getFallbackLocale(String a, Locale b);
    ResourceBundle newBundle(String a, Locale b, String c, ClassLoader d, boolean e);
    long getTimeToLive(String a, Locale b);
    boolean needsReload(String a, Locale b, String c, ClassLoader d, ResourceBundle e, long f);
    String toBundleName(String a, Locale b);
    String toResourceName(String a, String b);
  }
}
class Scanner implements Iterator<String>, Closeable {
  Scanner(Readable a) {}
  Scanner(InputStream a) {}
  Scanner(InputStream a, String b) {}
  Scanner(InputStream a, java.nio.charset.Charset b) {}
  Scanner(File a) {}
  Scanner(File a, String b) {}
  Scanner(File a, java.nio.charset.Charset b) {}
  Scanner(Path a) {}
  Scanner(Path a, String b) {}
  Scanner(Path a, java.nio.charset.Charset b) {}
  Scanner(String a) {}
  Scanner(java.nio.channels.ReadableByteChannel a) {}
  Scanner(java.nio.channels.ReadableByteChannel a, String b) {}
  Scanner(java.nio.channels.ReadableByteChannel a, java.nio.charset.Charset b) {}
  void close();
  IOException ioException();
  Pattern delimiter();
  Scanner useDelimiter(Pattern a);
  Scanner useDelimiter(String a);
  Locale locale();
  Scanner useLocale(Locale a);
  int radix();
  Scanner useRadix(int a);
  MatchResult match();
  String toString();
  boolean hasNext();
  String next();
  void remove();
  boolean hasNext(String a);
  String next(String a);
  boolean hasNext(Pattern a);
  String next(Pattern a);
  boolean hasNextLine();
  String nextLine();
  String findInLine(String a);
  String findInLine(Pattern a);
  String findWithinHorizon(String a, int b);
  String findWithinHorizon(Pattern a, int b);
  Scanner skip(Pattern a);
  Scanner skip(String a);
  boolean hasNextBoolean();
  boolean nextBoolean();
  boolean hasNextByte();
  boolean hasNextByte(int a);
  byte nextByte();
  byte nextByte(int a);
  boolean hasNextShort();
  boolean hasNextShort(int a);
  short nextShort();
  short nextShort(int a);
  boolean hasNextInt();
  boolean hasNextInt(int a);
  int nextInt();
  int nextInt(int a);
  boolean hasNextLong();
  boolean hasNextLong(int a);
  long nextLong();
  long nextLong(int a);
  boolean hasNextFloat();
  float nextFloat();
  boolean hasNextDouble();
  double nextDouble();
  boolean hasNextBigInteger();
  boolean hasNextBigInteger(int a);
  BigInteger nextBigInteger();
  BigInteger nextBigInteger(int a);
  boolean hasNextBigDecimal();
  BigDecimal nextBigDecimal();
  Scanner reset();
  Stream<String> tokens() {}
  Stream<MatchResult> findAll(Pattern a) {}
  Stream<MatchResult> findAll(String a) {}
  Object next();
}
interface SequencedCollection<E> extends Collection<E> {
  SequencedCollection<E> reversed() {}
  default void addFirst(E a);
  default void addLast(E a);
  default E getFirst();
  default E getLast();
  default E removeFirst();
  default E removeLast();
}
interface SequencedMap<K, V> extends Map<K, V> {
  SequencedMap<K, V> reversed() {}
  default Map.Entry<K, V> firstEntry() {}
  default Map.Entry<K, V> lastEntry() {}
  default Map.Entry<K, V> pollFirstEntry() {}
  default Map.Entry<K, V> pollLastEntry() {}
  default V putFirst(K a, V b);
  default V putLast(K a, V b);
  default SequencedSet<K> sequencedKeySet() {}
  default SequencedCollection<V> sequencedValues() {}
  default SequencedSet<Map.Entry<K, V>> sequencedEntrySet() {}
}
interface SequencedSet<E> extends SequencedCollection<E>, Set<E> {
  SequencedSet<E> reversed() {}
  default SequencedCollection reversed();
}
class ServiceConfigurationError extends Error {
  ServiceConfigurationError(String a) {}
  ServiceConfigurationError(String a, Throwable b) {}
}
class ServiceLoader<S> implements Iterable<S> {
  Iterator<S> iterator() {}
  Stream<ServiceLoader.Provider<S>> stream() {}
  static <S> ServiceLoader<S> load(Class<S> a, ClassLoader b) {}
  static <S> ServiceLoader<S> load(Class<S> a) {}
  static <S> ServiceLoader<S> loadInstalled(Class<S> a) {}
  static <S> ServiceLoader<S> load(ModuleLayer a, Class<S> b) {}
  Optional<S> findFirst() {}
  void reload();
  String toString();
  static interface Provider<S> extends Supplier<S> {
    Class<? extends S> type() {}
    S get();
  }
}
interface Set<E> extends Collection<E> {
  int size();
  boolean isEmpty();
  boolean contains(Object a);
  Iterator<E> iterator() {}
  Object[] toArray();
  <T> T[] toArray(T[] a);
  boolean add(E a);
  boolean remove(Object a);
  boolean containsAll(Collection<?> a);
  boolean addAll(Collection<? extends E> a);
  boolean retainAll(Collection<?> a);
  boolean removeAll(Collection<?> a);
  void clear();
  boolean equals(Object a);
  int hashCode();
  default Spliterator<E> spliterator() {}
  static <E> Set<E> of() {}
  static <E> Set<E> of(E a) {}
  static <E> Set<E> of(E a, E b) {}
  static <E> Set<E> of(E a, E b, E c) {}
  static <E> Set<E> of(E a, E b, E c, E d) {}
  static <E> Set<E> of(E a, E b, E c, E d, E e) {}
  static <E> Set<E> of(E a, E b, E c, E d, E e, E f) {}
  static <E> Set<E> of(E a, E b, E c, E d, E e, E f, E g) {}
  static <E> Set<E> of(E a, E b, E c, E d, E e, E f, E g, E h) {}
  static <E> Set<E> of(E a, E b, E c, E d, E e, E f, E g, E h, E i) {}
  static <E> Set<E> of(E a, E b, E c, E d, E e, E f, E g, E h, E i, E j) {}
  static <E> Set<E> of(E... a) {}
  static <E> Set<E> copyOf(Collection<? extends E> a) {}
}
class SimpleTimeZone extends TimeZone {
  static int WALL_TIME;
  static int STANDARD_TIME;
  static int UTC_TIME;
  SimpleTimeZone(int a, String b) {}
  SimpleTimeZone(int a, String b, int c, int d, int e, int f, int g, int h, int i, int j) {}
  SimpleTimeZone(int a, String b, int c, int d, int e, int f, int g, int h, int i, int j, int k) {}
  SimpleTimeZone(int a, String b, int c, int d, int e, int f, int g, int h, int i, int j, int k, int l, int m) {}
  void setStartYear(int a);
  void setStartRule(int a, int b, int c, int d);
  void setStartRule(int a, int b, int c);
  void setStartRule(int a, int b, int c, int d, boolean e);
  void setEndRule(int a, int b, int c, int d);
  void setEndRule(int a, int b, int c);
  void setEndRule(int a, int b, int c, int d, boolean e);
  int getOffset(long a);
  int getOffset(int a, int b, int c, int d, int e, int f);
  int getRawOffset();
  void setRawOffset(int a);
  void setDSTSavings(int a);
  int getDSTSavings();
  boolean useDaylightTime();
  boolean observesDaylightTime();
  boolean inDaylightTime(Date a);
  Object clone();
  int hashCode();
  boolean equals(Object a);
  boolean hasSameRules(TimeZone a);
  String toString();
}
interface SortedMap<K, V> extends SequencedMap<K, V> {
  Comparator<? super K> comparator() {}
  SortedMap<K, V> subMap(K a, K b) {}
  SortedMap<K, V> headMap(K a) {}
  SortedMap<K, V> tailMap(K a) {}
  K firstKey();
  K lastKey();
  Set<K> keySet() {}
  Collection<V> values() {}
  Set<Map.Entry<K, V>> entrySet() {}
  default V putFirst(K a, V b);
  default V putLast(K a, V b);
  default SortedMap<K, V> reversed() {}
  default SequencedMap reversed();
}
interface SortedSet<E> extends Set<E>, SequencedSet<E> {
  Comparator<? super E> comparator() {}
  SortedSet<E> subSet(E a, E b) {}
  SortedSet<E> headSet(E a) {}
  SortedSet<E> tailSet(E a) {}
  E first();
  E last();
  default Spliterator<E> spliterator() {}
  default void addFirst(E a);
  default void addLast(E a);
  default E getFirst();
  default E getLast();
  default E removeFirst();
  default E removeLast();
  default SortedSet<E> reversed() {}
  default SequencedSet reversed();
  default SequencedCollection reversed();
}
interface Spliterator<T> {
  static int ORDERED;
  static int DISTINCT;
  static int SORTED;
  static int SIZED;
  static int NONNULL;
  static int IMMUTABLE;
  static int CONCURRENT;
  static int SUBSIZED;
  boolean tryAdvance(Consumer<? super T> a);
  default void forEachRemaining(Consumer<? super T> a);
  Spliterator<T> trySplit() {}
  long estimateSize();
  default long getExactSizeIfKnown();
  int characteristics();
  default boolean hasCharacteristics(int a);
  default Comparator<? super T> getComparator() {}
  static interface OfDouble extends Spliterator.OfPrimitive<Double, DoubleConsumer, Spliterator.OfDouble> {
    Spliterator.OfDouble trySplit();
    boolean tryAdvance(DoubleConsumer a);
    default void forEachRemaining(DoubleConsumer a);
    default boolean tryAdvance(Consumer<? super Double> a);
    default void forEachRemaining(Consumer<? super Double> a);
    default void forEachRemaining(Object a);
    default boolean tryAdvance(Object a);
    default Spliterator.OfPrimitive trySplit();
    default Spliterator trySplit();
  }
  static interface OfInt extends Spliterator.OfPrimitive<Integer, IntConsumer, Spliterator.OfInt> {
    Spliterator.OfInt trySplit();
    boolean tryAdvance(IntConsumer a);
    default void forEachRemaining(IntConsumer a);
    default boolean tryAdvance(Consumer<? super Integer> a);
    default void forEachRemaining(Consumer<? super Integer> a);
    default void forEachRemaining(Object a);
    default boolean tryAdvance(Object a);
    default Spliterator.OfPrimitive trySplit();
    default Spliterator trySplit();
  }
  static interface OfLong extends Spliterator.OfPrimitive<Long, LongConsumer, Spliterator.OfLong> {
    Spliterator.OfLong trySplit();
    boolean tryAdvance(LongConsumer a);
    default void forEachRemaining(LongConsumer a);
    default boolean tryAdvance(Consumer<? super Long> a);
    default void forEachRemaining(Consumer<? super Long> a);
    default void forEachRemaining(Object a);
    default boolean tryAdvance(Object a);
    default Spliterator.OfPrimitive trySplit();
    default Spliterator trySplit();
  }
  static interface OfPrimitive<T, T_CONS, T_SPLITR extends Spliterator.OfPrimitive<T, T_CONS, T_SPLITR>> extends Spliterator<T> {
    T_SPLITR trySplit();
    boolean tryAdvance(T_CONS a);
    default void forEachRemaining(T_CONS a);
    default Spliterator trySplit();
  }
}
class Spliterators {
  static <T> Spliterator<T> emptySpliterator() {}
  static Spliterator.OfInt emptyIntSpliterator();
  static Spliterator.OfLong emptyLongSpliterator();
  static Spliterator.OfDouble emptyDoubleSpliterator();
  static <T> Spliterator<T> spliterator(Object[] a, int b) {}
  static <T> Spliterator<T> spliterator(Object[] a, int b, int c, int d) {}
  static Spliterator.OfInt spliterator(int[] a, int b);
  static Spliterator.OfInt spliterator(int[] a, int b, int c, int d);
  static Spliterator.OfLong spliterator(long[] a, int b);
  static Spliterator.OfLong spliterator(long[] a, int b, int c, int d);
  static Spliterator.OfDouble spliterator(double[] a, int b);
  static Spliterator.OfDouble spliterator(double[] a, int b, int c, int d);
  static <T> Spliterator<T> spliterator(Collection<? extends T> a, int b) {}
  static <T> Spliterator<T> spliterator(Iterator<? extends T> a, long b, int c) {}
  static <T> Spliterator<T> spliteratorUnknownSize(Iterator<? extends T> a, int b) {}
  static Spliterator.OfInt spliterator(PrimitiveIterator.OfInt a, long b, int c);
  static Spliterator.OfInt spliteratorUnknownSize(PrimitiveIterator.OfInt a, int b);
  static Spliterator.OfLong spliterator(PrimitiveIterator.OfLong a, long b, int c);
  static Spliterator.OfLong spliteratorUnknownSize(PrimitiveIterator.OfLong a, int b);
  static Spliterator.OfDouble spliterator(PrimitiveIterator.OfDouble a, long b, int c);
  static Spliterator.OfDouble spliteratorUnknownSize(PrimitiveIterator.OfDouble a, int b);
  static <T> Iterator<T> iterator(Spliterator<? extends T> a) {}
  static PrimitiveIterator.OfInt iterator(Spliterator.OfInt a);
  static PrimitiveIterator.OfLong iterator(Spliterator.OfLong a);
  static PrimitiveIterator.OfDouble iterator(Spliterator.OfDouble a);
  static abstract class AbstractDoubleSpliterator implements Spliterator.OfDouble {
    protected AbstractDoubleSpliterator(long a, int b) {}
    Spliterator.OfDouble trySplit();
    long estimateSize();
    int characteristics();
    Spliterator.OfPrimitive trySplit();
    Spliterator trySplit();
  }
  static abstract class AbstractIntSpliterator implements Spliterator.OfInt {
    protected AbstractIntSpliterator(long a, int b) {}
    Spliterator.OfInt trySplit();
    long estimateSize();
    int characteristics();
    Spliterator.OfPrimitive trySplit();
    Spliterator trySplit();
  }
  static abstract class AbstractLongSpliterator implements Spliterator.OfLong {
    protected AbstractLongSpliterator(long a, int b) {}
    Spliterator.OfLong trySplit();
    long estimateSize();
    int characteristics();
    Spliterator.OfPrimitive trySplit();
    Spliterator trySplit();
  }
  static abstract class AbstractSpliterator<T> implements Spliterator<T> {
    protected AbstractSpliterator(long a, int b) {}
    Spliterator<T> trySplit() {}
    long estimateSize();
    int characteristics();
  }
}
class SplittableRandom implements java.util.random.RandomGenerator,java.util.random.RandomGenerator.SplittableGenerator {
  SplittableRandom(long a) {}
  SplittableRandom() {}
  SplittableRandom split();
  SplittableRandom split(java.util.random.RandomGenerator.SplittableGenerator a);
  int nextInt();
  long nextLong();
  void nextBytes(byte[] a);
  Stream<java.util.random.RandomGenerator.SplittableGenerator> splits() {}
  Stream<java.util.random.RandomGenerator.SplittableGenerator> splits(long a) {}
  Stream<java.util.random.RandomGenerator.SplittableGenerator> splits(java.util.random.RandomGenerator.SplittableGenerator a) {}
  Stream<java.util.random.RandomGenerator.SplittableGenerator> splits(long a, java.util.random.RandomGenerator.SplittableGenerator b) {}
  IntStream ints(long a);
  IntStream ints();
  IntStream ints(long a, int b, int c);
  IntStream ints(int a, int b);
  LongStream longs(long a);
  LongStream longs();
  LongStream longs(long a, long b, long c);
  LongStream longs(long a, long b);
  DoubleStream doubles(long a);
  DoubleStream doubles();
  DoubleStream doubles(long a, double b, double c);
  DoubleStream doubles(double a, double b);
  java.util.random.RandomGenerator.SplittableGenerator split(java.util.random.RandomGenerator.SplittableGenerator a);
  java.util.random.RandomGenerator.SplittableGenerator split();
}
class Stack<E> extends Vector<E> {
  Stack() {}
  E push(E a);
  E pop();
  E peek();
  boolean empty();
  int search(Object a);
}
class StringJoiner {
  StringJoiner(CharSequence a) {}
  StringJoiner(CharSequence a, CharSequence b, CharSequence c) {}
  StringJoiner setEmptyValue(CharSequence a);
  String toString();
  StringJoiner add(CharSequence a);
  StringJoiner merge(StringJoiner a);
  int length();
}
class StringTokenizer implements Enumeration<Object> {
  StringTokenizer(String a, String b, boolean c) {}
  StringTokenizer(String a, String b) {}
  StringTokenizer(String a) {}
  boolean hasMoreTokens();
  String nextToken();
  String nextToken(String a);
  boolean hasMoreElements();
  Object nextElement();
  int countTokens();
}
abstract class TimeZone implements Serializable,Cloneable {
  static int SHORT;
  static int LONG;
  TimeZone() {}
  abstract int getOffset(int a, int b, int c, int d, int e, int f);
  int getOffset(long a);
  abstract void setRawOffset(int a);
  abstract int getRawOffset();
  String getID();
  void setID(String a);
  String getDisplayName();
  String getDisplayName(Locale a);
  String getDisplayName(boolean a, int b);
  String getDisplayName(boolean a, int b, Locale c);
  int getDSTSavings();
  abstract boolean useDaylightTime();
  boolean observesDaylightTime();
  abstract boolean inDaylightTime(Date a);
  static TimeZone getTimeZone(String a);
  static TimeZone getTimeZone(ZoneId a);
  ZoneId toZoneId();
  static String[] getAvailableIDs(int a);
  static String[] getAvailableIDs();
  static Stream<String> availableIDs(int a) {}
  static Stream<String> availableIDs() {}
  static TimeZone getDefault();
  static void setDefault(TimeZone a);
  boolean hasSameRules(TimeZone a);
  Object clone();
}
class Timer {
  Timer() {}
  Timer(boolean a) {}
  Timer(String a) {}
  Timer(String a, boolean b) {}
  void schedule(TimerTask a, long b);
  void schedule(TimerTask a, Date b);
  void schedule(TimerTask a, long b, long c);
  void schedule(TimerTask a, Date b, long c);
  void scheduleAtFixedRate(TimerTask a, long b, long c);
  void scheduleAtFixedRate(TimerTask a, Date b, long c);
  void cancel();
  int purge();
}
abstract class TimerTask implements Runnable {
  protected TimerTask() {}
  abstract void run();
  boolean cancel();
  long scheduledExecutionTime();
}
class TooManyListenersException extends Exception {
  TooManyListenersException() {}
  TooManyListenersException(String a) {}
}
class TreeMap<K, V> extends AbstractMap<K, V> implements NavigableMap<K, V>, Cloneable, Serializable {
  TreeMap() {}
  TreeMap(Comparator<? super K> a) {}
  TreeMap(Map<? extends K, ? extends V> a) {}
  TreeMap(SortedMap<K, ? extends V> a) {}
  int size();
  boolean containsKey(Object a);
  boolean containsValue(Object a);
  V get(Object a);
  Comparator<? super K> comparator() {}
  K firstKey();
  K lastKey();
  V putFirst(K a, V b);
  V putLast(K a, V b);
  void putAll(Map<? extends K, ? extends V> a);
  V put(K a, V b);
  V putIfAbsent(K a, V b);
  V computeIfAbsent(K a, Function<? super K, ? extends V> b);
  V computeIfPresent(K a, BiFunction<? super K, ? super V, ? extends V> b);
  V compute(K a, BiFunction<? super K, ? super V, ? extends V> b);
  V merge(K a, V b, BiFunction<? super V, ? super V, ? extends V> c);
  V remove(Object a);
  void clear();
  Object clone();
  Map.Entry<K, V> firstEntry() {}
  Map.Entry<K, V> lastEntry() {}
  Map.Entry<K, V> pollFirstEntry() {}
  Map.Entry<K, V> pollLastEntry() {}
  Map.Entry<K, V> lowerEntry(K a) {}
  K lowerKey(K a);
  Map.Entry<K, V> floorEntry(K a) {}
  K floorKey(K a);
  Map.Entry<K, V> ceilingEntry(K a) {}
  K ceilingKey(K a);
  Map.Entry<K, V> higherEntry(K a) {}
  K higherKey(K a);
  Set<K> keySet() {}
  NavigableSet<K> navigableKeySet() {}
  NavigableSet<K> descendingKeySet() {}
  Collection<V> values() {}
  Set<Map.Entry<K, V>> entrySet() {}
  NavigableMap<K, V> descendingMap() {}
  NavigableMap<K, V> subMap(K a, boolean b, K c, boolean d) {}
  NavigableMap<K, V> headMap(K a, boolean b) {}
  NavigableMap<K, V> tailMap(K a, boolean b) {}
  SortedMap<K, V> subMap(K a, K b) {}
  SortedMap<K, V> headMap(K a) {}
  SortedMap<K, V> tailMap(K a) {}
  boolean replace(K a, V b, V c);
  V replace(K a, V b);
  void forEach(BiConsumer<? super K, ? super V> a);
  void replaceAll(BiFunction<? super K, ? super V, ? extends V> a);
}
class TreeSet<E> extends AbstractSet<E> implements NavigableSet<E>, Cloneable, Serializable {
  TreeSet() {}
  TreeSet(Comparator<? super E> a) {}
  TreeSet(Collection<? extends E> a) {}
  TreeSet(SortedSet<E> a) {}
  Iterator<E> iterator() {}
  Iterator<E> descendingIterator() {}
  NavigableSet<E> descendingSet() {}
  int size();
  boolean isEmpty();
  boolean contains(Object a);
  boolean add(E a);
  boolean remove(Object a);
  void clear();
  boolean addAll(Collection<? extends E> a);
  NavigableSet<E> subSet(E a, boolean b, E c, boolean d) {}
  NavigableSet<E> headSet(E a, boolean b) {}
  NavigableSet<E> tailSet(E a, boolean b) {}
  SortedSet<E> subSet(E a, E b) {}
  SortedSet<E> headSet(E a) {}
  SortedSet<E> tailSet(E a) {}
  Comparator<? super E> comparator() {}
  E first();
  E last();
  E lower(E a);
  E floor(E a);
  E ceiling(E a);
  E higher(E a);
  E pollFirst();
  E pollLast();
  void addFirst(E a);
  void addLast(E a);
  Object clone();
  Spliterator<E> spliterator() {}
}
class UUID implements Serializable, Comparable<UUID> {
  UUID(long a, long b) {}
  static UUID randomUUID();
  static UUID nameUUIDFromBytes(byte[] a);
  static UUID fromString(String a);
  long getLeastSignificantBits();
  long getMostSignificantBits();
  int version();
  int variant();
  long timestamp();
  int clockSequence();
  long node();
  String toString();
  int hashCode();
  boolean equals(Object a);
  int compareTo(UUID a);
  int compareTo(Object a);
}
class UnknownFormatConversionException extends IllegalFormatException {
  UnknownFormatConversionException(String a) {}
  String getConversion();
  String getMessage();
}
class UnknownFormatFlagsException extends IllegalFormatException {
  UnknownFormatFlagsException(String a) {}
  String getFlags();
  String getMessage();
}
class Vector<E> extends AbstractList<E> implements List<E>, RandomAccess, Cloneable, Serializable {
  protected Object[] elementData;
  protected int elementCount;
  protected int capacityIncrement;
  Vector(int a, int b) {}
  Vector(int a) {}
  Vector() {}
  Vector(Collection<? extends E> a) {}
  void copyInto(Object[] a);
  void trimToSize();
  void ensureCapacity(int a);
  void setSize(int a);
  int capacity();
  int size();
  boolean isEmpty();
  Enumeration<E> elements() {}
  boolean contains(Object a);
  int indexOf(Object a);
  int indexOf(Object a, int b);
  int lastIndexOf(Object a);
  int lastIndexOf(Object a, int b);
  E elementAt(int a);
  E firstElement();
  E lastElement();
  void setElementAt(E a, int b);
  void removeElementAt(int a);
  void insertElementAt(E a, int b);
  void addElement(E a);
  boolean removeElement(Object a);
  void removeAllElements();
  Object clone();
  Object[] toArray();
  <T> T[] toArray(T[] a);
  E get(int a);
  E set(int a, E b);
  boolean add(E a);
  boolean remove(Object a);
  void add(int a, E b);
  E remove(int a);
  void clear();
  boolean containsAll(Collection<?> a);
  boolean addAll(Collection<? extends E> a);
  boolean removeAll(Collection<?> a);
  boolean retainAll(Collection<?> a);
  boolean removeIf(Predicate<? super E> a);
  boolean addAll(int a, Collection<? extends E> b);
  boolean equals(Object a);
  int hashCode();
  String toString();
  List<E> subList(int a, int b) {}
  protected void removeRange(int a, int b);
  ListIterator<E> listIterator(int a) {}
  ListIterator<E> listIterator() {}
  Iterator<E> iterator() {}
  void forEach(Consumer<? super E> a);
  void replaceAll(UnaryOperator<E> a);
  void sort(Comparator<? super E> a);
  Spliterator<E> spliterator() {}
}
class WeakHashMap<K, V> extends AbstractMap<K, V> implements Map<K, V> {
  WeakHashMap(int a, float b) {}
  WeakHashMap(int a) {}
  WeakHashMap() {}
  WeakHashMap(Map<? extends K, ? extends V> a) {}
  int size();
  boolean isEmpty();
  V get(Object a);
  boolean containsKey(Object a);
  V put(K a, V b);
  void putAll(Map<? extends K, ? extends V> a);
  V remove(Object a);
  void clear();
  boolean containsValue(Object a);
  Set<K> keySet() {}
  Collection<V> values() {}
  Set<Map.Entry<K, V>> entrySet() {}
  void forEach(BiConsumer<? super K, ? super V> a);
  void replaceAll(BiFunction<? super K, ? super V, ? extends V> a);
  static <K, V> WeakHashMap<K, V> newWeakHashMap(int a) {}
}
package java.util.concurrent;
abstract class AbstractExecutorService implements ExecutorService {
  AbstractExecutorService() {}
  protected <T> RunnableFuture<T> newTaskFor(Runnable a, T b) {}
  protected <T> RunnableFuture<T> newTaskFor(Callable<T> a) {}
  Future<?> submit(Runnable a) {}
  <T> Future<T> submit(Runnable a, T b) {}
  <T> Future<T> submit(Callable<T> a) {}
  <T> T invokeAny(Collection<? extends Callable<T>> a);
  <T> T invokeAny(Collection<? extends Callable<T>> a, long b, TimeUnit c);
  <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> a) {}
  <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> a, long b, TimeUnit c) {}
}
class ArrayBlockingQueue<E> extends AbstractQueue<E> implements BlockingQueue<E>, Serializable {
  ArrayBlockingQueue(int a) {}
  ArrayBlockingQueue(int a, boolean b) {}
  ArrayBlockingQueue(int a, boolean b, Collection<? extends E> c) {}
  boolean add(E a);
  boolean offer(E a);
  void put(E a);
  boolean offer(E a, long b, TimeUnit c);
  E poll();
  E take();
  E poll(long a, TimeUnit b);
  E peek();
  int size();
  int remainingCapacity();
  boolean remove(Object a);
  boolean contains(Object a);
  Object[] toArray();
  <T> T[] toArray(T[] a);
  String toString();
  void clear();
  int drainTo(Collection<? super E> a);
  int drainTo(Collection<? super E> a, int b);
  Iterator<E> iterator() {}
  Spliterator<E> spliterator() {}
  void forEach(Consumer<? super E> a);
  boolean removeIf(Predicate<? super E> a);
  boolean removeAll(Collection<?> a);
  boolean retainAll(Collection<?> a);
}
interface BlockingDeque<E> extends BlockingQueue<E>, Deque<E> {
  void addFirst(E a);
  void addLast(E a);
  boolean offerFirst(E a);
  boolean offerLast(E a);
  void putFirst(E a);
  void putLast(E a);
  boolean offerFirst(E a, long b, TimeUnit c);
  boolean offerLast(E a, long b, TimeUnit c);
  E takeFirst();
  E takeLast();
  E pollFirst(long a, TimeUnit b);
  E pollLast(long a, TimeUnit b);
  boolean removeFirstOccurrence(Object a);
  boolean removeLastOccurrence(Object a);
  boolean add(E a);
  boolean offer(E a);
  void put(E a);
  boolean offer(E a, long b, TimeUnit c);
  E remove();
  E poll();
  E take();
  E poll(long a, TimeUnit b);
  E element();
  E peek();
  boolean remove(Object a);
  boolean contains(Object a);
  int size();
  Iterator<E> iterator() {}
  void push(E a);
}
interface BlockingQueue<E> extends Queue<E> {
  boolean add(E a);
  boolean offer(E a);
  void put(E a);
  boolean offer(E a, long b, TimeUnit c);
  E take();
  E poll(long a, TimeUnit b);
  int remainingCapacity();
  boolean remove(Object a);
  boolean contains(Object a);
  int drainTo(Collection<? super E> a);
  int drainTo(Collection<? super E> a, int b);
}
class BrokenBarrierException extends Exception {
  BrokenBarrierException() {}
  BrokenBarrierException(String a) {}
}
interface Callable<V> {
  V call();
}
class CancellationException extends IllegalStateException {
  CancellationException() {}
  CancellationException(String a) {}
}
class CompletableFuture<T> implements Future<T>, CompletionStage<T> {
  CompletableFuture() {}
  static <U> CompletableFuture<U> supplyAsync(Supplier<U> a) {}
  static <U> CompletableFuture<U> supplyAsync(Supplier<U> a, Executor b) {}
  static CompletableFuture<Void> runAsync(Runnable a) {}
  static CompletableFuture<Void> runAsync(Runnable a, Executor b) {}
  static <U> CompletableFuture<U> completedFuture(U a) {}
  boolean isDone();
  T get();
  T get(long a, TimeUnit b);
  T join();
  T getNow(T a);
  T resultNow();
  Throwable exceptionNow();
  boolean complete(T a);
  boolean completeExceptionally(Throwable a);
  <U> CompletableFuture<U> thenApply(Function<? super T, ? extends U> a) {}
  <U> CompletableFuture<U> thenApplyAsync(Function<? super T, ? extends U> a) {}
  <U> CompletableFuture<U> thenApplyAsync(Function<? super T, ? extends U> a, Executor b) {}
  CompletableFuture<Void> thenAccept(Consumer<? super T> a) {}
  CompletableFuture<Void> thenAcceptAsync(Consumer<? super T> a) {}
  CompletableFuture<Void> thenAcceptAsync(Consumer<? super T> a, Executor b) {}
  CompletableFuture<Void> thenRun(Runnable a) {}
  CompletableFuture<Void> thenRunAsync(Runnable a) {}
  CompletableFuture<Void> thenRunAsync(Runnable a, Executor b) {}
  <U, V> CompletableFuture<V> thenCombine(CompletionStage<? extends U> a, BiFunction<? super T, ? super U, ? extends V> b) {}
  <U, V> CompletableFuture<V> thenCombineAsync(CompletionStage<? extends U> a, BiFunction<? super T, ? super U, ? extends V> b) {}
  <U, V> CompletableFuture<V> thenCombineAsync(CompletionStage<? extends U> a, BiFunction<? super T, ? super U, ? extends V> b, Executor c) {}
  <U> CompletableFuture<Void> thenAcceptBoth(CompletionStage<? extends U> a, BiConsumer<? super T, ? super U> b) {}
  <U> CompletableFuture<Void> thenAcceptBothAsync(CompletionStage<? extends U> a, BiConsumer<? super T, ? super U> b) {}
  <U> CompletableFuture<Void> thenAcceptBothAsync(CompletionStage<? extends U> a, BiConsumer<? super T, ? super U> b, Executor c) {}
  CompletableFuture<Void> runAfterBoth(CompletionStage<?> a, Runnable b) {}
  CompletableFuture<Void> runAfterBothAsync(CompletionStage<?> a, Runnable b) {}
  CompletableFuture<Void> runAfterBothAsync(CompletionStage<?> a, Runnable b, Executor c) {}
  <U> CompletableFuture<U> applyToEither(CompletionStage<? extends T> a, Function<? super T, U> b) {}
  <U> CompletableFuture<U> applyToEitherAsync(CompletionStage<? extends T> a, Function<? super T, U> b) {}
  <U> CompletableFuture<U> applyToEitherAsync(CompletionStage<? extends T> a, Function<? super T, U> b, Executor c) {}
  CompletableFuture<Void> acceptEither(CompletionStage<? extends T> a, Consumer<? super T> b) {}
  CompletableFuture<Void> acceptEitherAsync(CompletionStage<? extends T> a, Consumer<? super T> b) {}
  CompletableFuture<Void> acceptEitherAsync(CompletionStage<? extends T> a, Consumer<? super T> b, Executor c) {}
  CompletableFuture<Void> runAfterEither(CompletionStage<?> a, Runnable b) {}
  CompletableFuture<Void> runAfterEitherAsync(CompletionStage<?> a, Runnable b) {}
  CompletableFuture<Void> runAfterEitherAsync(CompletionStage<?> a, Runnable b, Executor c) {}
  <U> CompletableFuture<U> thenCompose(Function<? super T, ? extends CompletionStage<U>> a) {}
  <U> CompletableFuture<U> thenComposeAsync(Function<? super T, ? extends CompletionStage<U>> a) {}
  <U> CompletableFuture<U> thenComposeAsync(Function<? super T, ? extends CompletionStage<U>> a, Executor b) {}
  CompletableFuture<T> whenComplete(BiConsumer<? super T, ? super Throwable> a) {}
  CompletableFuture<T> whenCompleteAsync(BiConsumer<? super T, ? super Throwable> a) {}
  CompletableFuture<T> whenCompleteAsync(BiConsumer<? super T, ? super Throwable> a, Executor b) {}
  <U> CompletableFuture<U> handle(BiFunction<? super T, Throwable, ? extends U> a) {}
  <U> CompletableFuture<U> handleAsync(BiFunction<? super T, Throwable, ? extends U> a) {}
  <U> CompletableFuture<U> handleAsync(BiFunction<? super T, Throwable, ? extends U> a, Executor b) {}
  CompletableFuture<T> toCompletableFuture() {}
  CompletableFuture<T> exceptionally(Function<Throwable, ? extends T> a) {}
  CompletableFuture<T> exceptionallyAsync(Function<Throwable, ? extends T> a) {}
  CompletableFuture<T> exceptionallyAsync(Function<Throwable, ? extends T> a, Executor b) {}
  CompletableFuture<T> exceptionallyCompose(Function<Throwable, ? extends CompletionStage<T>> a) {}
  CompletableFuture<T> exceptionallyComposeAsync(Function<Throwable, ? extends CompletionStage<T>> a) {}
  CompletableFuture<T> exceptionallyComposeAsync(Function<Throwable, ? extends CompletionStage<T>> a, Executor b) {}
  static CompletableFuture<Void> allOf(CompletableFuture<?>... a) {}
  static CompletableFuture<Object> anyOf(CompletableFuture<?>... a) {}
  boolean cancel(boolean a);
  boolean isCancelled();
  boolean isCompletedExceptionally();
  Future.State state();
  void obtrudeValue(T a);
  void obtrudeException(Throwable a);
  int getNumberOfDependents();
  String toString();
  <U> CompletableFuture<U> newIncompleteFuture() {}
  Executor defaultExecutor();
  CompletableFuture<T> copy() {}
  CompletionStage<T> minimalCompletionStage() {}
  CompletableFuture<T> completeAsync(Supplier<? extends T> a, Executor b) {}
  CompletableFuture<T> completeAsync(Supplier<? extends T> a) {}
  CompletableFuture<T> orTimeout(long a, TimeUnit b) {}
  CompletableFuture<T> completeOnTimeout(T a, long b, TimeUnit c) {}
  static Executor delayedExecutor(long a, TimeUnit b, Executor c);
  static Executor delayedExecutor(long a, TimeUnit b);
  static <U> CompletionStage<U> completedStage(U a) {}
  static <U> CompletableFuture<U> failedFuture(Throwable a) {}
  static <U> CompletionStage<U> failedStage(Throwable a) {}
  CompletionStage exceptionallyComposeAsync(Function a, Executor b);
  CompletionStage exceptionallyComposeAsync(Function a);
  CompletionStage exceptionallyCompose(Function a);
  CompletionStage exceptionallyAsync(Function a, Executor b);
  CompletionStage exceptionallyAsync(Function a);
  CompletionStage exceptionally(Function a);
  CompletionStage whenCompleteAsync(BiConsumer a, Executor b);
  CompletionStage whenCompleteAsync(BiConsumer a);
  CompletionStage whenComplete(BiConsumer a);
  CompletionStage handleAsync(BiFunction a, Executor b);
  CompletionStage handleAsync(BiFunction a);
  CompletionStage handle(BiFunction a);
  CompletionStage thenComposeAsync(Function a, Executor b);
  CompletionStage thenComposeAsync(Function a);
  CompletionStage thenCompose(Function a);
  CompletionStage runAfterEitherAsync(CompletionStage a, Runnable b, Executor c);
  CompletionStage runAfterEitherAsync(CompletionStage a, Runnable b);
  CompletionStage runAfterEither(CompletionStage a, Runnable b);
  CompletionStage acceptEitherAsync(CompletionStage a, Consumer b, Executor c);
  CompletionStage acceptEitherAsync(CompletionStage a, Consumer b);
  CompletionStage acceptEither(CompletionStage a, Consumer b);
  CompletionStage applyToEitherAsync(CompletionStage a, Function b, Executor c);
  CompletionStage applyToEitherAsync(CompletionStage a, Function b);
  CompletionStage applyToEither(CompletionStage a, Function b);
  CompletionStage runAfterBothAsync(CompletionStage a, Runnable b, Executor c);
  CompletionStage runAfterBothAsync(CompletionStage a, Runnable b);
  CompletionStage runAfterBoth(CompletionStage a, Runnable b);
  CompletionStage thenAcceptBothAsync(CompletionStage a, BiConsumer b, Executor c);
  CompletionStage thenAcceptBothAsync(CompletionStage a, BiConsumer b);
  CompletionStage thenAcceptBoth(CompletionStage a, BiConsumer b);
  CompletionStage thenCombineAsync(CompletionStage a, BiFunction b, Executor c);
  CompletionStage thenCombineAsync(CompletionStage a, BiFunction b);
  CompletionStage thenCombine(CompletionStage a, BiFunction b);
  CompletionStage thenRunAsync(Runnable a, Executor b);
  CompletionStage thenRunAsync(Runnable a);
  CompletionStage thenRun(Runnable a);
  CompletionStage thenAcceptAsync(Consumer a, Executor b);
  CompletionStage thenAcceptAsync(Consumer a);
  CompletionStage thenAccept(Consumer a);
  CompletionStage thenApplyAsync(Function a, Executor b);
  CompletionStage thenApplyAsync(Function a);
  CompletionStage thenApply(Function a);
  static interface AsynchronousCompletionTask {
  }
}
class CompletionException extends RuntimeException {
  protected CompletionException() {}
  protected CompletionException(String a) {}
  CompletionException(String a, Throwable b) {}
  CompletionException(Throwable a) {}
}
interface CompletionService<V> {
  Future<V> submit(Callable<V> a) {}
  Future<V> submit(Runnable a, V b) {}
  Future<V> take() {}
  Future<V> poll() {}
  Future<V> poll(long a, TimeUnit b) {}
}
interface CompletionStage<T> {
  <U> CompletionStage<U> thenApply(Function<? super T, ? extends U> a) {}
  <U> CompletionStage<U> thenApplyAsync(Function<? super T, ? extends U> a) {}
  <U> CompletionStage<U> thenApplyAsync(Function<? super T, ? extends U> a, Executor b) {}
  CompletionStage<Void> thenAccept(Consumer<? super T> a) {}
  CompletionStage<Void> thenAcceptAsync(Consumer<? super T> a) {}
  CompletionStage<Void> thenAcceptAsync(Consumer<? super T> a, Executor b) {}
  CompletionStage<Void> thenRun(Runnable a) {}
  CompletionStage<Void> thenRunAsync(Runnable a) {}
  CompletionStage<Void> thenRunAsync(Runnable a, Executor b) {}
  <U, V> CompletionStage<V> thenCombine(CompletionStage<? extends U> a, BiFunction<? super T, ? super U, ? extends V> b) {}
  <U, V> CompletionStage<V> thenCombineAsync(CompletionStage<? extends U> a, BiFunction<? super T, ? super U, ? extends V> b) {}
  <U, V> CompletionStage<V> thenCombineAsync(CompletionStage<? extends U> a, BiFunction<? super T, ? super U, ? extends V> b, Executor c) {}
  <U> CompletionStage<Void> thenAcceptBoth(CompletionStage<? extends U> a, BiConsumer<? super T, ? super U> b) {}
  <U> CompletionStage<Void> thenAcceptBothAsync(CompletionStage<? extends U> a, BiConsumer<? super T, ? super U> b) {}
  <U> CompletionStage<Void> thenAcceptBothAsync(CompletionStage<? extends U> a, BiConsumer<? super T, ? super U> b, Executor c) {}
  CompletionStage<Void> runAfterBoth(CompletionStage<?> a, Runnable b) {}
  CompletionStage<Void> runAfterBothAsync(CompletionStage<?> a, Runnable b) {}
  CompletionStage<Void> runAfterBothAsync(CompletionStage<?> a, Runnable b, Executor c) {}
  <U> CompletionStage<U> applyToEither(CompletionStage<? extends T> a, Function<? super T, U> b) {}
  <U> CompletionStage<U> applyToEitherAsync(CompletionStage<? extends T> a, Function<? super T, U> b) {}
  <U> CompletionStage<U> applyToEitherAsync(CompletionStage<? extends T> a, Function<? super T, U> b, Executor c) {}
  CompletionStage<Void> acceptEither(CompletionStage<? extends T> a, Consumer<? super T> b) {}
  CompletionStage<Void> acceptEitherAsync(CompletionStage<? extends T> a, Consumer<? super T> b) {}
  CompletionStage<Void> acceptEitherAsync(CompletionStage<? extends T> a, Consumer<? super T> b, Executor c) {}
  CompletionStage<Void> runAfterEither(CompletionStage<?> a, Runnable b) {}
  CompletionStage<Void> runAfterEitherAsync(CompletionStage<?> a, Runnable b) {}
  CompletionStage<Void> runAfterEitherAsync(CompletionStage<?> a, Runnable b, Executor c) {}
  <U> CompletionStage<U> thenCompose(Function<? super T, ? extends CompletionStage<U>> a) {}
  <U> CompletionStage<U> thenComposeAsync(Function<? super T, ? extends CompletionStage<U>> a) {}
  <U> CompletionStage<U> thenComposeAsync(Function<? super T, ? extends CompletionStage<U>> a, Executor b) {}
  <U> CompletionStage<U> handle(BiFunction<? super T, Throwable, ? extends U> a) {}
  <U> CompletionStage<U> handleAsync(BiFunction<? super T, Throwable, ? extends U> a) {}
  <U> CompletionStage<U> handleAsync(BiFunction<? super T, Throwable, ? extends U> a, Executor b) {}
  CompletionStage<T> whenComplete(BiConsumer<? super T, ? super Throwable> a) {}
  CompletionStage<T> whenCompleteAsync(BiConsumer<? super T, ? super Throwable> a) {}
  CompletionStage<T> whenCompleteAsync(BiConsumer<? super T, ? super Throwable> a, Executor b) {}
  CompletionStage<T> exceptionally(Function<Throwable, ? extends T> a) {}
  default CompletionStage<T> exceptionallyAsync(Function<Throwable, ? extends T> a) {}
  default CompletionStage<T> exceptionallyAsync(Function<Throwable, ? extends T> a, Executor b) {}
  default CompletionStage<T> exceptionallyCompose(Function<Throwable, ? extends CompletionStage<T>> a) {}
  default CompletionStage<T> exceptionallyComposeAsync(Function<Throwable, ? extends CompletionStage<T>> a) {}
  default CompletionStage<T> exceptionallyComposeAsync(Function<Throwable, ? extends CompletionStage<T>> a, Executor b) {}
  CompletableFuture<T> toCompletableFuture() {}
}
class ConcurrentHashMap<K, V> extends AbstractMap<K, V> implements ConcurrentMap<K, V>, Serializable {
  ConcurrentHashMap() {}
  ConcurrentHashMap(int a) {}
  ConcurrentHashMap(Map<? extends K, ? extends V> a) {}
  ConcurrentHashMap(int a, float b) {}
  ConcurrentHashMap(int a, float b, int c) {}
  int size();
  boolean isEmpty();
  V get(Object a);
  boolean containsKey(Object a);
  boolean containsValue(Object a);
  V put(K a, V b);
  void putAll(Map<? extends K, ? extends V> a);
  V remove(Object a);
  void clear();
  ConcurrentHashMap.KeySetView<K, V> keySet() {}
  Collection<V> values() {}
  Set<Map.Entry<K, V>> entrySet() {}
  int hashCode();
  String toString();
  boolean equals(Object a);
  V putIfAbsent(K a, V b);
  boolean remove(Object a, Object b);
  boolean replace(K a, V b, V c);
  V replace(K a, V b);
  V getOrDefault(Object a, V b);
  void forEach(BiConsumer<? super K, ? super V> a);
  void replaceAll(BiFunction<? super K, ? super V, ? extends V> a);
  V computeIfAbsent(K a, Function<? super K, ? extends V> b);
  V computeIfPresent(K a, BiFunction<? super K, ? super V, ? extends V> b);
  V compute(K a, BiFunction<? super K, ? super V, ? extends V> b);
  V merge(K a, V b, BiFunction<? super V, ? super V, ? extends V> c);
  boolean contains(Object a);
  Enumeration<K> keys() {}
  Enumeration<V> elements() {}
  long mappingCount();
  static <K> ConcurrentHashMap.KeySetView<K, Boolean> newKeySet() {}
  static <K> ConcurrentHashMap.KeySetView<K, Boolean> newKeySet(int a) {}
  ConcurrentHashMap.KeySetView<K, V> keySet(V a) {}
  void forEach(long a, BiConsumer<? super K, ? super V> b);
  <U> void forEach(long a, BiFunction<? super K, ? super V, ? extends U> b, Consumer<? super U> c);
  <U> U search(long a, BiFunction<? super K, ? super V, ? extends U> b);
  <U> U reduce(long a, BiFunction<? super K, ? super V, ? extends U> b, BiFunction<? super U, ? super U, ? extends U> c);
  double reduceToDouble(long a, ToDoubleBiFunction<? super K, ? super V> b, double c, DoubleBinaryOperator d);
  long reduceToLong(long a, ToLongBiFunction<? super K, ? super V> b, long c, LongBinaryOperator d);
  int reduceToInt(long a, ToIntBiFunction<? super K, ? super V> b, int c, IntBinaryOperator d);
  void forEachKey(long a, Consumer<? super K> b);
  <U> void forEachKey(long a, Function<? super K, ? extends U> b, Consumer<? super U> c);
  <U> U searchKeys(long a, Function<? super K, ? extends U> b);
  K reduceKeys(long a, BiFunction<? super K, ? super K, ? extends K> b);
  <U> U reduceKeys(long a, Function<? super K, ? extends U> b, BiFunction<? super U, ? super U, ? extends U> c);
  double reduceKeysToDouble(long a, ToDoubleFunction<? super K> b, double c, DoubleBinaryOperator d);
  long reduceKeysToLong(long a, ToLongFunction<? super K> b, long c, LongBinaryOperator d);
  int reduceKeysToInt(long a, ToIntFunction<? super K> b, int c, IntBinaryOperator d);
  void forEachValue(long a, Consumer<? super V> b);
  <U> void forEachValue(long a, Function<? super V, ? extends U> b, Consumer<? super U> c);
  <U> U searchValues(long a, Function<? super V, ? extends U> b);
  V reduceValues(long a, BiFunction<? super V, ? super V, ? extends V> b);
  <U> U reduceValues(long a, Function<? super V, ? extends U> b, BiFunction<? super U, ? super U, ? extends U> c);
  double reduceValuesToDouble(long a, ToDoubleFunction<? super V> b, double c, DoubleBinaryOperator d);
  long reduceValuesToLong(long a, ToLongFunction<? super V> b, long c, LongBinaryOperator d);
  int reduceValuesToInt(long a, ToIntFunction<? super V> b, int c, IntBinaryOperator d);
  void forEachEntry(long a, Consumer<? super Map.Entry<K, V>> b);
  <U> void forEachEntry(long a, Function<Map.Entry<K, V>, ? extends U> b, Consumer<? super U> c);
  <U> U searchEntries(long a, Function<Map.Entry<K, V>, ? extends U> b);
  Map.Entry<K, V> reduceEntries(long a, BiFunction<Map.Entry<K, V>, Map.Entry<K, V>, ? extends Map.Entry<K, V>> b) {}
  <U> U reduceEntries(long a, Function<Map.Entry<K, V>, ? extends U> b, BiFunction<? super U, ? super U, ? extends U> c);
  double reduceEntriesToDouble(long a, ToDoubleFunction<Map.Entry<K, V>> b, double c, DoubleBinaryOperator d);
  long reduceEntriesToLong(long a, ToLongFunction<Map.Entry<K, V>> b, long c, LongBinaryOperator d);
  int reduceEntriesToInt(long a, ToIntFunction<Map.Entry<K, V>> b, int c, IntBinaryOperator d);
  Set keySet();
  static class KeySetView<K, V> extends java.util.concurrent.ConcurrentHashMap.CollectionView<K, V, K> implements Set<K>, Serializable {
    V getMappedValue();
    boolean contains(Object a);
    boolean remove(Object a);
    Iterator<K> iterator() {}
    boolean add(K a);
    boolean addAll(Collection<? extends K> a);
    int hashCode();
    boolean equals(Object a);
    Spliterator<K> spliterator() {}
    void forEach(Consumer<? super K> a);
    boolean removeAll(Collection a);
    ConcurrentHashMap getMap();
  }
}
class ConcurrentLinkedDeque<E> extends AbstractCollection<E> implements Deque<E>, Serializable {
  ConcurrentLinkedDeque() {}
  ConcurrentLinkedDeque(Collection<? extends E> a) {}
  void addFirst(E a);
  void addLast(E a);
  boolean offerFirst(E a);
  boolean offerLast(E a);
  E peekFirst();
  E peekLast();
  E getFirst();
  E getLast();
  E pollFirst();
  E pollLast();
  E removeFirst();
  E removeLast();
  boolean offer(E a);
  boolean add(E a);
  E poll();
  E peek();
  E remove();
  E pop();
  E element();
  void push(E a);
  boolean removeFirstOccurrence(Object a);
  boolean removeLastOccurrence(Object a);
  boolean contains(Object a);
  boolean isEmpty();
  int size();
  boolean remove(Object a);
  boolean addAll(Collection<? extends E> a);
  void clear();
  String toString();
  Object[] toArray();
  <T> T[] toArray(T[] a);
  Iterator<E> iterator() {}
  Iterator<E> descendingIterator() {}
  Spliterator<E> spliterator() {}
  boolean removeIf(Predicate<? super E> a);
  boolean removeAll(Collection<?> a);
  boolean retainAll(Collection<?> a);
  void forEach(Consumer<? super E> a);
}
class ConcurrentLinkedQueue<E> extends AbstractQueue<E> implements Queue<E>, Serializable {
  ConcurrentLinkedQueue() {}
  ConcurrentLinkedQueue(Collection<? extends E> a) {}
  boolean add(E a);
  boolean offer(E a);
  E poll();
  E peek();
  boolean isEmpty();
  int size();
  boolean contains(Object a);
  boolean remove(Object a);
  boolean addAll(Collection<? extends E> a);
  String toString();
  Object[] toArray();
  <T> T[] toArray(T[] a);
  Iterator<E> iterator() {}
  Spliterator<E> spliterator() {}
  boolean removeIf(Predicate<? super E> a);
  boolean removeAll(Collection<?> a);
  boolean retainAll(Collection<?> a);
  void clear();
  void forEach(Consumer<? super E> a);
}
interface ConcurrentMap<K, V> extends Map<K, V> {
  default V getOrDefault(Object a, V b);
  default void forEach(BiConsumer<? super K, ? super V> a);
  V putIfAbsent(K a, V b);
  boolean remove(Object a, Object b);
  boolean replace(K a, V b, V c);
  V replace(K a, V b);
  default void replaceAll(BiFunction<? super K, ? super V, ? extends V> a);
  default V computeIfAbsent(K a, Function<? super K, ? extends V> b);
  default V computeIfPresent(K a, BiFunction<? super K, ? super V, ? extends V> b);
  default V compute(K a, BiFunction<? super K, ? super V, ? extends V> b);
  default V merge(K a, V b, BiFunction<? super V, ? super V, ? extends V> c);
}
interface ConcurrentNavigableMap<K, V> extends ConcurrentMap<K, V>, NavigableMap<K, V> {
  ConcurrentNavigableMap<K, V> subMap(K a, boolean b, K c, boolean d) {}
  ConcurrentNavigableMap<K, V> headMap(K a, boolean b) {}
  ConcurrentNavigableMap<K, V> tailMap(K a, boolean b) {}
  ConcurrentNavigableMap<K, V> subMap(K a, K b) {}
  ConcurrentNavigableMap<K, V> headMap(K a) {}
  ConcurrentNavigableMap<K, V> tailMap(K a) {}
  ConcurrentNavigableMap<K, V> descendingMap() {}
  NavigableSet<K> navigableKeySet() {}
  NavigableSet<K> keySet() {}
  NavigableSet<K> descendingKeySet() {}
  default Set keySet();
  default SortedMap tailMap(Object a);
  default SortedMap headMap(Object a);
  default SortedMap subMap(Object a, Object b);
  default NavigableMap tailMap(Object a, boolean b);
  default NavigableMap headMap(Object a, boolean b);
  default NavigableMap subMap(Object a, boolean b, Object c, boolean d);
  default NavigableMap descendingMap();
}
class ConcurrentSkipListMap<K, V> extends AbstractMap<K, V> implements ConcurrentNavigableMap<K, V>, Cloneable, Serializable {
  ConcurrentSkipListMap() {}
  ConcurrentSkipListMap(Comparator<? super K> a) {}
  ConcurrentSkipListMap(Map<? extends K, ? extends V> a) {}
  ConcurrentSkipListMap(SortedMap<K, ? extends V> a) {}
  ConcurrentSkipListMap<K, V> clone() {}
  boolean containsKey(Object a);
  V get(Object a);
  V getOrDefault(Object a, V b);
  V put(K a, V b);
  V remove(Object a);
  boolean containsValue(Object a);
  int size();
  boolean isEmpty();
  void clear();
  V computeIfAbsent(K a, Function<? super K, ? extends V> b);
  V computeIfPresent(K a, BiFunction<? super K, ? super V, ? extends V> b);
  V compute(K a, BiFunction<? super K, ? super V, ? extends V> b);
  V merge(K a, V b, BiFunction<? super V, ? super V, ? extends V> c);
  NavigableSet<K> keySet() {}
  NavigableSet<K> navigableKeySet() {}
  Collection<V> values() {}
  Set<Map.Entry<K, V>> entrySet() {}
  ConcurrentNavigableMap<K, V> descendingMap() {}
  NavigableSet<K> descendingKeySet() {}
  boolean equals(Object a);
  V putIfAbsent(K a, V b);
  boolean remove(Object a, Object b);
  boolean replace(K a, V b, V c);
  V replace(K a, V b);
  Comparator<? super K> comparator() {}
  K firstKey();
  K lastKey();
  V putFirst(K a, V b);
  V putLast(K a, V b);
  ConcurrentNavigableMap<K, V> subMap(K a, boolean b, K c, boolean d) {}
  ConcurrentNavigableMap<K, V> headMap(K a, boolean b) {}
  ConcurrentNavigableMap<K, V> tailMap(K a, boolean b) {}
  ConcurrentNavigableMap<K, V> subMap(K a, K b) {}
  ConcurrentNavigableMap<K, V> headMap(K a) {}
  ConcurrentNavigableMap<K, V> tailMap(K a) {}
  Map.Entry<K, V> lowerEntry(K a) {}
  K lowerKey(K a);
  Map.Entry<K, V> floorEntry(K a) {}
  K floorKey(K a);
  Map.Entry<K, V> ceilingEntry(K a) {}
  K ceilingKey(K a);
  Map.Entry<K, V> higherEntry(K a) {}
  K higherKey(K a);
  Map.Entry<K, V> firstEntry() {}
  Map.Entry<K, V> lastEntry() {}
  Map.Entry<K, V> pollFirstEntry() {}
  Map.Entry<K, V> pollLastEntry() {}
  void forEach(BiConsumer<? super K, ? super V> a);
  void replaceAll(BiFunction<? super K, ? super V, ? extends V> a);
  Object clone();
  Set keySet();
  SortedMap tailMap(Object a);
  SortedMap headMap(Object a);
  SortedMap subMap(Object a, Object b);
  NavigableMap tailMap(Object a, boolean b);
  NavigableMap headMap(Object a, boolean b);
  NavigableMap subMap(Object a, boolean b, Object c, boolean d);
  NavigableMap descendingMap();
}
class ConcurrentSkipListSet<E> extends AbstractSet<E> implements NavigableSet<E>, Cloneable, Serializable {
  ConcurrentSkipListSet() {}
  ConcurrentSkipListSet(Comparator<? super E> a) {}
  ConcurrentSkipListSet(Collection<? extends E> a) {}
  ConcurrentSkipListSet(SortedSet<E> a) {}
  ConcurrentSkipListSet<E> clone() {}
  int size();
  boolean isEmpty();
  boolean contains(Object a);
  boolean add(E a);
  boolean remove(Object a);
  void clear();
  Iterator<E> iterator() {}
  Iterator<E> descendingIterator() {}
  boolean equals(Object a);
  boolean removeAll(Collection<?> a);
  E lower(E a);
  E floor(E a);
  E ceiling(E a);
  E higher(E a);
  E pollFirst();
  E pollLast();
  Comparator<? super E> comparator() {}
  E first();
  E last();
  void addFirst(E a);
  void addLast(E a);
  NavigableSet<E> subSet(E a, boolean b, E c, boolean d) {}
  NavigableSet<E> headSet(E a, boolean b) {}
  NavigableSet<E> tailSet(E a, boolean b) {}
  NavigableSet<E> subSet(E a, E b) {}
  NavigableSet<E> headSet(E a) {}
  NavigableSet<E> tailSet(E a) {}
  NavigableSet<E> descendingSet() {}
  Spliterator<E> spliterator() {}
  Object clone();
  SortedSet tailSet(Object a);
  SortedSet headSet(Object a);
  SortedSet subSet(Object a, Object b);
}
class CopyOnWriteArrayList<E> implements List<E>, RandomAccess, Cloneable, Serializable {
  CopyOnWriteArrayList() {}
  CopyOnWriteArrayList(Collection<? extends E> a) {}
  CopyOnWriteArrayList(E[] a) {}
  int size();
  boolean isEmpty();
  boolean contains(Object a);
  int indexOf(Object a);
  int indexOf(E a, int b);
  int lastIndexOf(Object a);
  int lastIndexOf(E a, int b);
  Object clone();
  Object[] toArray();
  <T> T[] toArray(T[] a);
  E get(int a);
  E getFirst();
  E getLast();
  E set(int a, E b);
  boolean add(E a);
  void add(int a, E b);
  void addFirst(E a);
  void addLast(E a);
  E remove(int a);
  E removeFirst();
  E removeLast();
  boolean remove(Object a);
  boolean addIfAbsent(E a);
  boolean containsAll(Collection<?> a);
  boolean removeAll(Collection<?> a);
  boolean retainAll(Collection<?> a);
  int addAllAbsent(Collection<? extends E> a);
  void clear();
  boolean addAll(Collection<? extends E> a);
  boolean addAll(int a, Collection<? extends E> b);
  void forEach(Consumer<? super E> a);
  boolean removeIf(Predicate<? super E> a);
  void replaceAll(UnaryOperator<E> a);
  void sort(Comparator<? super E> a);
  String toString();
  boolean equals(Object a);
  int hashCode();
  Iterator<E> iterator() {}
  ListIterator<E> listIterator() {}
  ListIterator<E> listIterator(int a) {}
  Spliterator<E> spliterator() {}
  List<E> subList(int a, int b) {}
  List<E> reversed() {}
  SequencedCollection reversed();
}
class CopyOnWriteArraySet<E> extends AbstractSet<E> implements Serializable {
  CopyOnWriteArraySet() {}
  CopyOnWriteArraySet(Collection<? extends E> a) {}
  int size();
  boolean isEmpty();
  boolean contains(Object a);
  Object[] toArray();
  <T> T[] toArray(T[] a);
  void clear();
  boolean remove(Object a);
  boolean add(E a);
  boolean containsAll(Collection<?> a);
  boolean addAll(Collection<? extends E> a);
  boolean removeAll(Collection<?> a);
  boolean retainAll(Collection<?> a);
  Iterator<E> iterator() {}
  boolean equals(Object a);
  boolean removeIf(Predicate<? super E> a);
  void forEach(Consumer<? super E> a);
  Spliterator<E> spliterator() {}
}
class CountDownLatch {
  CountDownLatch(int a) {}
  void await();
  boolean await(long a, TimeUnit b);
  void countDown();
  long getCount();
  String toString();
}
abstract class CountedCompleter<T> extends ForkJoinTask<T> {
  protected CountedCompleter(CountedCompleter<?> a, int b) {}
  protected CountedCompleter(CountedCompleter<?> a) {}
  protected CountedCompleter() {}
  abstract void compute();
  void onCompletion(CountedCompleter<?> a);
  boolean onExceptionalCompletion(Throwable a, CountedCompleter<?> b);
  CountedCompleter<?> getCompleter() {}
  int getPendingCount();
  void setPendingCount(int a);
  void addToPendingCount(int a);
  boolean compareAndSetPendingCount(int a, int b);
  int decrementPendingCountUnlessZero();
  CountedCompleter<?> getRoot() {}
  void tryComplete();
  void propagateCompletion();
  void complete(T a);
  CountedCompleter<?> firstComplete() {}
  CountedCompleter<?> nextComplete() {}
  void quietlyCompleteRoot();
  void helpComplete(int a);
  protected boolean exec();
  T getRawResult();
  protected void setRawResult(T a);
}
class CyclicBarrier {
  CyclicBarrier(int a, Runnable b) {}
  CyclicBarrier(int a) {}
  int getParties();
  int await();
  int await(long a, TimeUnit b);
  boolean isBroken();
  void reset();
  int getNumberWaiting();
}
class DelayQueue<E extends Delayed> extends AbstractQueue<E> implements BlockingQueue<E> {
  DelayQueue() {}
  DelayQueue(Collection<? extends E> a) {}
  boolean add(E a);
  boolean offer(E a);
  void put(E a);
  boolean offer(E a, long b, TimeUnit c);
  E poll();
  E take();
  E poll(long a, TimeUnit b);
  E remove();
  E peek();
  int size();
  int drainTo(Collection<? super E> a);
  int drainTo(Collection<? super E> a, int b);
  void clear();
  int remainingCapacity();
  Object[] toArray();
  <T> T[] toArray(T[] a);
  boolean remove(Object a);
  Iterator<E> iterator() {}
  Object remove();
  boolean add(Object a);
  Object peek();
  Object poll();
  boolean offer(Object a);
  Object poll(long a, TimeUnit b);
  Object take();
  boolean offer(Object a, long b, TimeUnit c);
  void put(Object a);
}
interface Delayed extends Comparable<Delayed> {
  long getDelay(TimeUnit a);
}
class Exchanger<V> {
  Exchanger() {}
  V exchange(V a);
  V exchange(V a, long b, TimeUnit c);
}
class ExecutionException extends Exception {
  protected ExecutionException() {}
  protected ExecutionException(String a) {}
  ExecutionException(String a, Throwable b) {}
  ExecutionException(Throwable a) {}
}
interface Executor {
  void execute(Runnable a);
}
class ExecutorCompletionService<V> implements CompletionService<V> {
  ExecutorCompletionService(Executor a) {}
  ExecutorCompletionService(Executor a, BlockingQueue<Future<V>> b) {}
  Future<V> submit(Callable<V> a) {}
  Future<V> submit(Runnable a, V b) {}
  Future<V> take() {}
  Future<V> poll() {}
  Future<V> poll(long a, TimeUnit b) {}
}
interface ExecutorService extends Executor,AutoCloseable {
  void shutdown();
  List<Runnable> shutdownNow() {}
  boolean isShutdown();
  boolean isTerminated();
  boolean awaitTermination(long a, TimeUnit b);
  <T> Future<T> submit(Callable<T> a) {}
  <T> Future<T> submit(Runnable a, T b) {}
  Future<?> submit(Runnable a) {}
  <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> a) {}
  <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> a, long b, TimeUnit c) {}
  <T> T invokeAny(Collection<? extends Callable<T>> a);
  <T> T invokeAny(Collection<? extends Callable<T>> a, long b, TimeUnit c);
  default void close();
}
class Executors {
  static ExecutorService newFixedThreadPool(int a);
  static ExecutorService newWorkStealingPool(int a);
  static ExecutorService newWorkStealingPool();
  static ExecutorService newFixedThreadPool(int a, ThreadFactory b);
  static ExecutorService newSingleThreadExecutor();
  static ExecutorService newSingleThreadExecutor(ThreadFactory a);
  static ExecutorService newCachedThreadPool();
  static ExecutorService newCachedThreadPool(ThreadFactory a);
  static ExecutorService newThreadPerTaskExecutor(ThreadFactory a);
  static ExecutorService newVirtualThreadPerTaskExecutor();
  static ScheduledExecutorService newSingleThreadScheduledExecutor();
  static ScheduledExecutorService newSingleThreadScheduledExecutor(ThreadFactory a);
  static ScheduledExecutorService newScheduledThreadPool(int a);
  static ScheduledExecutorService newScheduledThreadPool(int a, ThreadFactory b);
  static ExecutorService unconfigurableExecutorService(ExecutorService a);
  static ScheduledExecutorService unconfigurableScheduledExecutorService(ScheduledExecutorService a);
  static ThreadFactory defaultThreadFactory();
  static ThreadFactory privilegedThreadFactory();
  static <T> Callable<T> callable(Runnable a, T b) {}
  static Callable<Object> callable(Runnable a) {}
  static Callable<Object> callable(java.security.PrivilegedAction<?> a) {}
  static Callable<Object> callable(java.security.PrivilegedExceptionAction<?> a) {}
  static <T> Callable<T> privilegedCallable(Callable<T> a) {}
  static <T> Callable<T> privilegedCallableUsingCurrentClassLoader(Callable<T> a) {}
}
class Flow {
  static int defaultBufferSize();
  static interface Processor<T, R> extends Flow.Subscriber<T>, Flow.Publisher<R> {
  }
  static interface Publisher<T> {
    void subscribe(Flow.Subscriber<? super T> a);
  }
  static interface Subscriber<T> {
    void onSubscribe(Flow.Subscription a);
    void onNext(T a);
    void onError(Throwable a);
    void onComplete();
  }
  static interface Subscription {
    void request(long a);
    void cancel();
  }
}
class ForkJoinPool extends AbstractExecutorService implements ScheduledExecutorService {
  static ForkJoinPool.ForkJoinWorkerThreadFactory defaultForkJoinWorkerThreadFactory;
  ForkJoinPool() {}
  ForkJoinPool(int a) {}
  ForkJoinPool(int a, ForkJoinPool.ForkJoinWorkerThreadFactory b, Thread.UncaughtExceptionHandler c, boolean d) {}
  ForkJoinPool(int a, ForkJoinPool.ForkJoinWorkerThreadFactory b, Thread.UncaughtExceptionHandler c, boolean d, int e, int f, int g, Predicate<? super ForkJoinPool> h, long i, TimeUnit j) {}
  static ForkJoinPool commonPool();
  <T> T invoke(ForkJoinTask<T> a);
  void execute(ForkJoinTask<?> a);
  void execute(Runnable a);
  <T> ForkJoinTask<T> submit(ForkJoinTask<T> a) {}
  <T> ForkJoinTask<T> submit(Callable<T> a) {}
  <T> ForkJoinTask<T> submit(Runnable a, T b) {}
  ForkJoinTask<?> submit(Runnable a) {}
  <T> ForkJoinTask<T> externalSubmit(ForkJoinTask<T> a) {}
  <T> ForkJoinTask<T> lazySubmit(ForkJoinTask<T> a) {}
  int setParallelism(int a);
  <T> List<Future<T>> invokeAllUninterruptibly(Collection<? extends Callable<T>> a) {}
  <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> a) {}
  <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> a, long b, TimeUnit c) {}
  <T> T invokeAny(Collection<? extends Callable<T>> a);
  <T> T invokeAny(Collection<? extends Callable<T>> a, long b, TimeUnit c);
  ScheduledFuture<?> schedule(Runnable a, long b, TimeUnit c) {}
  <V> ScheduledFuture<V> schedule(Callable<V> a, long b, TimeUnit c) {}
  ScheduledFuture<?> scheduleAtFixedRate(Runnable a, long b, long c, TimeUnit d) {}
  ScheduledFuture<?> scheduleWithFixedDelay(Runnable a, long b, long c, TimeUnit d) {}
  <V> ForkJoinTask<V> submitWithTimeout(Callable<V> a, long b, TimeUnit c, Consumer<? super ForkJoinTask<V>> d) {}
  void cancelDelayedTasksOnShutdown();
  ForkJoinPool.ForkJoinWorkerThreadFactory getFactory();
  Thread.UncaughtExceptionHandler getUncaughtExceptionHandler();
  int getParallelism();
  static int getCommonPoolParallelism();
  int getPoolSize();
  boolean getAsyncMode();
  int getRunningThreadCount();
  int getActiveThreadCount();
  boolean isQuiescent();
  long getStealCount();
  long getQueuedTaskCount();
  int getQueuedSubmissionCount();
  long getDelayedTaskCount();
  boolean hasQueuedSubmissions();
  protected ForkJoinTask<?> pollSubmission() {}
  protected int drainTasksTo(Collection<? super ForkJoinTask<?>> a);
  String toString();
  void shutdown();
  List<Runnable> shutdownNow() {}
  boolean isTerminated();
  boolean isTerminating();
  boolean isShutdown();
  boolean awaitTermination(long a, TimeUnit b);
  boolean awaitQuiescence(long a, TimeUnit b);
  void close();
  static void managedBlock(ForkJoinPool.ManagedBlocker a);
  protected <T> RunnableFuture<T> newTaskFor(Runnable a, T b) {}
  protected <T> RunnableFuture<T> newTaskFor(Callable<T> a) {}
  Future submit(Callable a);
  Future submit(Runnable a, Object b);
  Future submit(Runnable a);
  static interface ForkJoinWorkerThreadFactory {
    ForkJoinWorkerThread newThread(ForkJoinPool a);
  }
  static interface ManagedBlocker {
    boolean block();
    boolean isReleasable();
  }
}
abstract class ForkJoinTask<V> implements Future<V>, Serializable {
  ForkJoinTask() {}
  ForkJoinTask<V> fork() {}
  V join();
  V invoke();
  static void invokeAll(ForkJoinTask<?> a, ForkJoinTask<?> b);
  static void invokeAll(ForkJoinTask<?>... a);
  static <T extends ForkJoinTask<?>> Collection<T> invokeAll(Collection<T> a) {}
  boolean cancel(boolean a);
  boolean isDone();
  boolean isCancelled();
  boolean isCompletedAbnormally();
  boolean isCompletedNormally();
  Future.State state();
  V resultNow();
  Throwable exceptionNow();
  Throwable getException();
  void completeExceptionally(Throwable a);
  void complete(V a);
  void quietlyComplete();
  V get();
  V get(long a, TimeUnit b);
  void quietlyJoin();
  void quietlyInvoke();
  boolean quietlyJoin(long a, TimeUnit b);
  boolean quietlyJoinUninterruptibly(long a, TimeUnit b);
  static void helpQuiesce();
  void reinitialize();
  static ForkJoinPool getPool();
  static boolean inForkJoinPool();
  boolean tryUnfork();
  static int getQueuedTaskCount();
  static int getSurplusQueuedTaskCount();
  abstract V getRawResult();
  protected abstract void setRawResult(V a);
  protected abstract boolean exec();
  protected static ForkJoinTask<?> peekNextLocalTask() {}
  protected static ForkJoinTask<?> pollNextLocalTask() {}
  protected static ForkJoinTask<?> pollTask() {}
  protected static ForkJoinTask<?> pollSubmission() {}
  short getForkJoinTaskTag();
  short setForkJoinTaskTag(short a);
  boolean compareAndSetForkJoinTaskTag(short a, short b);
  static ForkJoinTask<?> adapt(Runnable a) {}
  static <T> ForkJoinTask<T> adapt(Runnable a, T b) {}
  static <T> ForkJoinTask<T> adapt(Callable<? extends T> a) {}
  static <T> ForkJoinTask<T> adaptInterruptible(Callable<? extends T> a) {}
  static <T> ForkJoinTask<T> adaptInterruptible(Runnable a, T b) {}
  static ForkJoinTask<?> adaptInterruptible(Runnable a) {}
}
class ForkJoinWorkerThread extends Thread {
  protected ForkJoinWorkerThread(ThreadGroup a, ForkJoinPool b, boolean c) {}
  protected ForkJoinWorkerThread(ForkJoinPool a) {}
  ForkJoinPool getPool();
  int getPoolIndex();
  int getQueuedTaskCount();
  protected void onStart();
  protected void onTermination(Throwable a);
  void run();
}
interface Future<V> {
  boolean cancel(boolean a);
  boolean isCancelled();
  boolean isDone();
  V get();
  V get(long a, TimeUnit b);
  default V resultNow();
  default Throwable exceptionNow();
  default Future.State state();
  static enum State {
    RUNNING, SUCCESS, FAILED, CANCELLED;
    static Future.State[] values();
    static Future.State valueOf(String a);
  }
}
class FutureTask<V> implements RunnableFuture<V> {
  FutureTask(Callable<V> a) {}
  FutureTask(Runnable a, V b) {}
  boolean isCancelled();
  boolean isDone();
  boolean cancel(boolean a);
  V get();
  V get(long a, TimeUnit b);
  V resultNow();
  Throwable exceptionNow();
  Future.State state();
  protected void done();
  protected void set(V a);
  protected void setException(Throwable a);
  void run();
  protected boolean runAndReset();
  String toString();
}
class LinkedBlockingDeque<E> extends AbstractQueue<E> implements BlockingDeque<E>, Serializable {
  LinkedBlockingDeque() {}
  LinkedBlockingDeque(int a) {}
  LinkedBlockingDeque(Collection<? extends E> a) {}
  void addFirst(E a);
  void addLast(E a);
  boolean offerFirst(E a);
  boolean offerLast(E a);
  void putFirst(E a);
  void putLast(E a);
  boolean offerFirst(E a, long b, TimeUnit c);
  boolean offerLast(E a, long b, TimeUnit c);
  E removeFirst();
  E removeLast();
  E pollFirst();
  E pollLast();
  E takeFirst();
  E takeLast();
  E pollFirst(long a, TimeUnit b);
  E pollLast(long a, TimeUnit b);
  E getFirst();
  E getLast();
  E peekFirst();
  E peekLast();
  boolean removeFirstOccurrence(Object a);
  boolean removeLastOccurrence(Object a);
  boolean add(E a);
  boolean offer(E a);
  void put(E a);
  boolean offer(E a, long b, TimeUnit c);
  E remove();
  E poll();
  E take();
  E poll(long a, TimeUnit b);
  E element();
  E peek();
  int remainingCapacity();
  int drainTo(Collection<? super E> a);
  int drainTo(Collection<? super E> a, int b);
  void push(E a);
  E pop();
  boolean remove(Object a);
  int size();
  boolean contains(Object a);
  boolean addAll(Collection<? extends E> a);
  Object[] toArray();
  <T> T[] toArray(T[] a);
  String toString();
  void clear();
  Iterator<E> iterator() {}
  Iterator<E> descendingIterator() {}
  Spliterator<E> spliterator() {}
  void forEach(Consumer<? super E> a);
  boolean removeIf(Predicate<? super E> a);
  boolean removeAll(Collection<?> a);
  boolean retainAll(Collection<?> a);
}
class LinkedBlockingQueue<E> extends AbstractQueue<E> implements BlockingQueue<E>, Serializable {
  LinkedBlockingQueue() {}
  LinkedBlockingQueue(int a) {}
  LinkedBlockingQueue(Collection<? extends E> a) {}
  int size();
  int remainingCapacity();
  void put(E a);
  boolean offer(E a, long b, TimeUnit c);
  boolean offer(E a);
  E take();
  E poll(long a, TimeUnit b);
  E poll();
  E peek();
  boolean remove(Object a);
  boolean contains(Object a);
  Object[] toArray();
  <T> T[] toArray(T[] a);
  String toString();
  void clear();
  int drainTo(Collection<? super E> a);
  int drainTo(Collection<? super E> a, int b);
  Iterator<E> iterator() {}
  Spliterator<E> spliterator() {}
  void forEach(Consumer<? super E> a);
  boolean removeIf(Predicate<? super E> a);
  boolean removeAll(Collection<?> a);
  boolean retainAll(Collection<?> a);
}
class LinkedTransferQueue<E> extends AbstractQueue<E> implements TransferQueue<E>, Serializable {
  String toString();
  Object[] toArray();
  <T> T[] toArray(T[] a);
  Spliterator<E> spliterator() {}
  LinkedTransferQueue() {}
  LinkedTransferQueue(Collection<? extends E> a) {}
  void put(E a);
  boolean offer(E a, long b, TimeUnit c);
  boolean offer(E a);
  boolean add(E a);
  boolean tryTransfer(E a);
  void transfer(E a);
  boolean tryTransfer(E a, long b, TimeUnit c);
  E take();
  E poll(long a, TimeUnit b);
  E poll();
  int drainTo(Collection<? super E> a);
  int drainTo(Collection<? super E> a, int b);
  Iterator<E> iterator() {}
  E peek();
  boolean isEmpty();
  boolean hasWaitingConsumer();
  int size();
  int getWaitingConsumerCount();
  boolean remove(Object a);
  boolean contains(Object a);
  int remainingCapacity();
  boolean removeIf(Predicate<? super E> a);
  boolean removeAll(Collection<?> a);
  boolean retainAll(Collection<?> a);
  void clear();
  void forEach(Consumer<? super E> a);
}
class Phaser {
  Phaser() {}
  Phaser(int a) {}
  Phaser(Phaser a) {}
  Phaser(Phaser a, int b) {}
  int register();
  int bulkRegister(int a);
  int arrive();
  int arriveAndDeregister();
  int arriveAndAwaitAdvance();
  int awaitAdvance(int a);
  int awaitAdvanceInterruptibly(int a);
  int awaitAdvanceInterruptibly(int a, long b, TimeUnit c);
  void forceTermination();
  int getPhase();
  int getRegisteredParties();
  int getArrivedParties();
  int getUnarrivedParties();
  Phaser getParent();
  Phaser getRoot();
  boolean isTerminated();
  protected boolean onAdvance(int a, int b);
  String toString();
}
class PriorityBlockingQueue<E> extends AbstractQueue<E> implements BlockingQueue<E>, Serializable {
  PriorityBlockingQueue() {}
  PriorityBlockingQueue(int a) {}
  PriorityBlockingQueue(int a, Comparator<? super E> b) {}
  PriorityBlockingQueue(Collection<? extends E> a) {}
  boolean add(E a);
  boolean offer(E a);
  void put(E a);
  boolean offer(E a, long b, TimeUnit c);
  E poll();
  E take();
  E poll(long a, TimeUnit b);
  E peek();
  Comparator<? super E> comparator() {}
  int size();
  int remainingCapacity();
  boolean remove(Object a);
  boolean contains(Object a);
  String toString();
  int drainTo(Collection<? super E> a);
  int drainTo(Collection<? super E> a, int b);
  void clear();
  Object[] toArray();
  <T> T[] toArray(T[] a);
  Iterator<E> iterator() {}
  Spliterator<E> spliterator() {}
  boolean removeIf(Predicate<? super E> a);
  boolean removeAll(Collection<?> a);
  boolean retainAll(Collection<?> a);
  void forEach(Consumer<? super E> a);
}
abstract class RecursiveAction extends ForkJoinTask<Void> {
  RecursiveAction() {}
  protected abstract void compute();
  Void getRawResult();
  protected void setRawResult(Void a);
  protected boolean exec();
  protected void setRawResult(Object a);
  Object getRawResult();
}
abstract class RecursiveTask<V> extends ForkJoinTask<V> {
  RecursiveTask() {}
  protected abstract V compute();
  V getRawResult();
  protected void setRawResult(V a);
  protected boolean exec();
}
class RejectedExecutionException extends RuntimeException {
  RejectedExecutionException() {}
  RejectedExecutionException(String a) {}
  RejectedExecutionException(String a, Throwable b) {}
  RejectedExecutionException(Throwable a) {}
}
interface RejectedExecutionHandler {
  void rejectedExecution(Runnable a, ThreadPoolExecutor b);
}
interface RunnableFuture<V> extends Runnable, Future<V> {
  void run();
}
interface RunnableScheduledFuture<V> extends RunnableFuture<V>, ScheduledFuture<V> {
  boolean isPeriodic();
}
interface ScheduledExecutorService extends ExecutorService {
  ScheduledFuture<?> schedule(Runnable a, long b, TimeUnit c) {}
  <V> ScheduledFuture<V> schedule(Callable<V> a, long b, TimeUnit c) {}
  ScheduledFuture<?> scheduleAtFixedRate(Runnable a, long b, long c, TimeUnit d) {}
  ScheduledFuture<?> scheduleWithFixedDelay(Runnable a, long b, long c, TimeUnit d) {}
}
interface ScheduledFuture<V> extends Delayed, Future<V> {
}
class ScheduledThreadPoolExecutor extends ThreadPoolExecutor implements ScheduledExecutorService {
  protected <V> RunnableScheduledFuture<V> decorateTask(Runnable a, RunnableScheduledFuture<V> b) {}
  protected <V> RunnableScheduledFuture<V> decorateTask(Callable<V> a, RunnableScheduledFuture<V> b) {}
  ScheduledThreadPoolExecutor(int a) {}
  ScheduledThreadPoolExecutor(int a, ThreadFactory b) {}
  ScheduledThreadPoolExecutor(int a, RejectedExecutionHandler b) {}
  ScheduledThreadPoolExecutor(int a, ThreadFactory b, RejectedExecutionHandler c) {}
  ScheduledFuture<?> schedule(Runnable a, long b, TimeUnit c) {}
  <V> ScheduledFuture<V> schedule(Callable<V> a, long b, TimeUnit c) {}
  ScheduledFuture<?> scheduleAtFixedRate(Runnable a, long b, long c, TimeUnit d) {}
  ScheduledFuture<?> scheduleWithFixedDelay(Runnable a, long b, long c, TimeUnit d) {}
  void execute(Runnable a);
  Future<?> submit(Runnable a) {}
  <T> Future<T> submit(Runnable a, T b) {}
  <T> Future<T> submit(Callable<T> a) {}
  void setContinueExistingPeriodicTasksAfterShutdownPolicy(boolean a);
  boolean getContinueExistingPeriodicTasksAfterShutdownPolicy();
  void setExecuteExistingDelayedTasksAfterShutdownPolicy(boolean a);
  boolean getExecuteExistingDelayedTasksAfterShutdownPolicy();
  void setRemoveOnCancelPolicy(boolean a);
  boolean getRemoveOnCancelPolicy();
  void shutdown();
  List<Runnable> shutdownNow() {}
  BlockingQueue<Runnable> getQueue() {}
}
class Semaphore implements Serializable {
  Semaphore(int a) {}
  Semaphore(int a, boolean b) {}
  void acquire();
  void acquireUninterruptibly();
  boolean tryAcquire();
  boolean tryAcquire(long a, TimeUnit b);
  void release();
  void acquire(int a);
  void acquireUninterruptibly(int a);
  boolean tryAcquire(int a);
  boolean tryAcquire(int a, long b, TimeUnit c);
  void release(int a);
  int availablePermits();
  int drainPermits();
  protected void reducePermits(int a);
  boolean isFair();
  boolean hasQueuedThreads();
  int getQueueLength();
  protected Collection<Thread> getQueuedThreads() {}
  String toString();
}
class StructureViolationException extends RuntimeException {
  StructureViolationException() {}
  StructureViolationException(String a) {}
}
interface StructuredTaskScope<T, R> extends AutoCloseable {
  static <T, R> StructuredTaskScope<T, R> open(StructuredTaskScope.Joiner<? super T, ? extends R> a, Function<StructuredTaskScope.Configuration, StructuredTaskScope.Configuration> b) {}
  static <T, R> StructuredTaskScope<T, R> open(StructuredTaskScope.Joiner<? super T, ? extends R> a) {}
  static <T> StructuredTaskScope<T, Void> open() {}
  <U extends T> StructuredTaskScope.Subtask<U> fork(Callable<? extends U> a) {}
  <U extends T> StructuredTaskScope.Subtask<U> fork(Runnable a) {}
  R join();
  boolean isCancelled();
  void close();
  static interface Configuration {
    StructuredTaskScope.Configuration withThreadFactory(ThreadFactory a);
    StructuredTaskScope.Configuration withName(String a);
    StructuredTaskScope.Configuration withTimeout(Duration a);
  }
  static class FailedException extends RuntimeException {
  }
  static interface Joiner<T, R> {
    default boolean onFork(StructuredTaskScope.Subtask<? extends T> a);
    default boolean onComplete(StructuredTaskScope.Subtask<? extends T> a);
    R result();
    static <T> StructuredTaskScope.Joiner<T, Stream<StructuredTaskScope.Subtask<T>>> allSuccessfulOrThrow() {}
    static <T> StructuredTaskScope.Joiner<T, T> anySuccessfulResultOrThrow() {}
    static <T> StructuredTaskScope.Joiner<T, Void> awaitAllSuccessfulOrThrow() {}
    static <T> StructuredTaskScope.Joiner<T, Void> awaitAll() {}
    static <T> StructuredTaskScope.Joiner<T, Stream<StructuredTaskScope.Subtask<T>>> allUntil(Predicate<StructuredTaskScope.Subtask<? extends T>> a) {}
  }
  static interface Subtask<T> extends Supplier<T> {
    StructuredTaskScope.Subtask.State state();
    T get();
    Throwable exception();
    static enum State {
      UNAVAILABLE, SUCCESS, FAILED;
      static StructuredTaskScope.Subtask.State[] values();
      static StructuredTaskScope.Subtask.State valueOf(String a);
    }
  }
  static class TimeoutException extends RuntimeException {
  }
}
class SubmissionPublisher<T> implements Flow.Publisher<T>, AutoCloseable {
  SubmissionPublisher(Executor a, int b, BiConsumer<? super Flow.Subscriber<? super T>, ? super Throwable> c) {}
  SubmissionPublisher(Executor a, int b) {}
  SubmissionPublisher() {}
  void subscribe(Flow.Subscriber<? super T> a);
  int submit(T a);
  int offer(T a, BiPredicate<Flow.Subscriber<? super T>, ? super T> b);
  int offer(T a, long b, TimeUnit c, BiPredicate<Flow.Subscriber<? super T>, ? super T> d);
  void close();
  void closeExceptionally(Throwable a);
  boolean isClosed();
  Throwable getClosedException();
  boolean hasSubscribers();
  int getNumberOfSubscribers();
  Executor getExecutor();
  int getMaxBufferCapacity();
  List<Flow.Subscriber<? super T>> getSubscribers() {}
  boolean isSubscribed(Flow.Subscriber<? super T> a);
  long estimateMinimumDemand();
  int estimateMaximumLag();
  CompletableFuture<Void> consume(Consumer<? super T> a) {}
}
class SynchronousQueue<E> extends AbstractQueue<E> implements BlockingQueue<E>, Serializable {
  SynchronousQueue() {}
  SynchronousQueue(boolean a) {}
  void put(E a);
  boolean offer(E a, long b, TimeUnit c);
  boolean offer(E a);
  E take();
  E poll(long a, TimeUnit b);
  E poll();
  boolean isEmpty();
  int size();
  int remainingCapacity();
  void clear();
  boolean contains(Object a);
  boolean remove(Object a);
  boolean containsAll(Collection<?> a);
  boolean removeAll(Collection<?> a);
  boolean retainAll(Collection<?> a);
  E peek();
  Iterator<E> iterator() {}
  Spliterator<E> spliterator() {}
  Object[] toArray();
  <T> T[] toArray(T[] a);
  String toString();
  int drainTo(Collection<? super E> a);
  int drainTo(Collection<? super E> a, int b);
}
interface ThreadFactory {
  Thread newThread(Runnable a);
}
class ThreadLocalRandom extends Random {
  static ThreadLocalRandom current();
  void setSeed(long a);
  protected int next(int a);
  boolean nextBoolean();
  int nextInt();
  int nextInt(int a);
  int nextInt(int a, int b);
  long nextLong();
  long nextLong(long a);
  long nextLong(long a, long b);
  float nextFloat();
  float nextFloat(float a);
  float nextFloat(float a, float b);
  double nextDouble();
  double nextDouble(double a);
  double nextDouble(double a, double b);
  IntStream ints(long a);
  IntStream ints();
  IntStream ints(long a, int b, int c);
  IntStream ints(int a, int b);
  LongStream longs(long a);
  LongStream longs();
  LongStream longs(long a, long b, long c);
  LongStream longs(long a, long b);
  DoubleStream doubles(long a);
  DoubleStream doubles();
  DoubleStream doubles(long a, double b, double c);
  DoubleStream doubles(double a, double b);
}
class ThreadPoolExecutor extends AbstractExecutorService {
  ThreadPoolExecutor(int a, int b, long c, TimeUnit d, BlockingQueue<Runnable> e) {}
  ThreadPoolExecutor(int a, int b, long c, TimeUnit d, BlockingQueue<Runnable> e, ThreadFactory f) {}
  ThreadPoolExecutor(int a, int b, long c, TimeUnit d, BlockingQueue<Runnable> e, RejectedExecutionHandler f) {}
  ThreadPoolExecutor(int a, int b, long c, TimeUnit d, BlockingQueue<Runnable> e, ThreadFactory f, RejectedExecutionHandler g) {}
  void execute(Runnable a);
  void shutdown();
  List<Runnable> shutdownNow() {}
  boolean isShutdown();
  boolean isTerminating();
  boolean isTerminated();
  boolean awaitTermination(long a, TimeUnit b);
  protected void finalize();
  void setThreadFactory(ThreadFactory a);
  ThreadFactory getThreadFactory();
  void setRejectedExecutionHandler(RejectedExecutionHandler a);
  RejectedExecutionHandler getRejectedExecutionHandler();
  void setCorePoolSize(int a);
  int getCorePoolSize();
  boolean prestartCoreThread();
  int prestartAllCoreThreads();
  boolean allowsCoreThreadTimeOut();
  void allowCoreThreadTimeOut(boolean a);
  void setMaximumPoolSize(int a);
  int getMaximumPoolSize();
  void setKeepAliveTime(long a, TimeUnit b);
  long getKeepAliveTime(TimeUnit a);
  BlockingQueue<Runnable> getQueue() {}
  boolean remove(Runnable a);
  void purge();
  int getPoolSize();
  int getActiveCount();
  int getLargestPoolSize();
  long getTaskCount();
  long getCompletedTaskCount();
  String toString();
  protected void beforeExecute(Thread a, Runnable b);
  protected void afterExecute(Runnable a, Throwable b);
  protected void terminated();
  static class AbortPolicy implements RejectedExecutionHandler {
    AbortPolicy() {}
    void rejectedExecution(Runnable a, ThreadPoolExecutor b);
  }
  static class CallerRunsPolicy implements RejectedExecutionHandler {
    CallerRunsPolicy() {}
    void rejectedExecution(Runnable a, ThreadPoolExecutor b);
  }
  static class DiscardOldestPolicy implements RejectedExecutionHandler {
    DiscardOldestPolicy() {}
    void rejectedExecution(Runnable a, ThreadPoolExecutor b);
  }
  static class DiscardPolicy implements RejectedExecutionHandler {
    DiscardPolicy() {}
    void rejectedExecution(Runnable a, ThreadPoolExecutor b);
  }
}
enum TimeUnit {
  NANOSECONDS, MICROSECONDS, MILLISECONDS, SECONDS, MINUTES, HOURS, DAYS;
  static TimeUnit[] values();
  static TimeUnit valueOf(String a);
  long convert(long a, TimeUnit b);
  long convert(Duration a);
  long toNanos(long a);
  long toMicros(long a);
  long toMillis(long a);
  long toSeconds(long a);
  long toMinutes(long a);
  long toHours(long a);
  long toDays(long a);
  void timedWait(Object a, long b);
  void timedJoin(Thread a, long b);
  void sleep(long a);
  java.time.temporal.ChronoUnit toChronoUnit();
  static TimeUnit of(java.time.temporal.ChronoUnit a);
}
class TimeoutException extends Exception {
  TimeoutException() {}
  TimeoutException(String a) {}
}
interface TransferQueue<E> extends BlockingQueue<E> {
  boolean tryTransfer(E a);
  void transfer(E a);
  boolean tryTransfer(E a, long b, TimeUnit c);
  boolean hasWaitingConsumer();
  int getWaitingConsumerCount();
}
package java.util.concurrent.atomic;
class AtomicBoolean implements Serializable {
  AtomicBoolean(boolean a) {}
  AtomicBoolean() {}
  boolean get();
  boolean compareAndSet(boolean a, boolean b);
  boolean weakCompareAndSet(boolean a, boolean b);
  boolean weakCompareAndSetPlain(boolean a, boolean b);
  void set(boolean a);
  void lazySet(boolean a);
  boolean getAndSet(boolean a);
  String toString();
  boolean getPlain();
  void setPlain(boolean a);
  boolean getOpaque();
  void setOpaque(boolean a);
  boolean getAcquire();
  void setRelease(boolean a);
  boolean compareAndExchange(boolean a, boolean b);
  boolean compareAndExchangeAcquire(boolean a, boolean b);
  boolean compareAndExchangeRelease(boolean a, boolean b);
  boolean weakCompareAndSetVolatile(boolean a, boolean b);
  boolean weakCompareAndSetAcquire(boolean a, boolean b);
  boolean weakCompareAndSetRelease(boolean a, boolean b);
}
class AtomicInteger extends Number implements Serializable {
  AtomicInteger(int a) {}
  AtomicInteger() {}
  int get();
  void set(int a);
  void lazySet(int a);
  int getAndSet(int a);
  boolean compareAndSet(int a, int b);
  boolean weakCompareAndSet(int a, int b);
  boolean weakCompareAndSetPlain(int a, int b);
  int getAndIncrement();
  int getAndDecrement();
  int getAndAdd(int a);
  int incrementAndGet();
  int decrementAndGet();
  int addAndGet(int a);
  int getAndUpdate(IntUnaryOperator a);
  int updateAndGet(IntUnaryOperator a);
  int getAndAccumulate(int a, IntBinaryOperator b);
  int accumulateAndGet(int a, IntBinaryOperator b);
  String toString();
  int intValue();
  long longValue();
  float floatValue();
  double doubleValue();
  int getPlain();
  void setPlain(int a);
  int getOpaque();
  void setOpaque(int a);
  int getAcquire();
  void setRelease(int a);
  int compareAndExchange(int a, int b);
  int compareAndExchangeAcquire(int a, int b);
  int compareAndExchangeRelease(int a, int b);
  boolean weakCompareAndSetVolatile(int a, int b);
  boolean weakCompareAndSetAcquire(int a, int b);
  boolean weakCompareAndSetRelease(int a, int b);
}
class AtomicIntegerArray implements Serializable {
  AtomicIntegerArray(int a) {}
  AtomicIntegerArray(int[] a) {}
  int length();
  int get(int a);
  void set(int a, int b);
  void lazySet(int a, int b);
  int getAndSet(int a, int b);
  boolean compareAndSet(int a, int b, int c);
  boolean weakCompareAndSet(int a, int b, int c);
  boolean weakCompareAndSetPlain(int a, int b, int c);
  int getAndIncrement(int a);
  int getAndDecrement(int a);
  int getAndAdd(int a, int b);
  int incrementAndGet(int a);
  int decrementAndGet(int a);
  int addAndGet(int a, int b);
  int getAndUpdate(int a, IntUnaryOperator b);
  int updateAndGet(int a, IntUnaryOperator b);
  int getAndAccumulate(int a, int b, IntBinaryOperator c);
  int accumulateAndGet(int a, int b, IntBinaryOperator c);
  String toString();
  int getPlain(int a);
  void setPlain(int a, int b);
  int getOpaque(int a);
  void setOpaque(int a, int b);
  int getAcquire(int a);
  void setRelease(int a, int b);
  int compareAndExchange(int a, int b, int c);
  int compareAndExchangeAcquire(int a, int b, int c);
  int compareAndExchangeRelease(int a, int b, int c);
  boolean weakCompareAndSetVolatile(int a, int b, int c);
  boolean weakCompareAndSetAcquire(int a, int b, int c);
  boolean weakCompareAndSetRelease(int a, int b, int c);
}
abstract class AtomicIntegerFieldUpdater<T> {
  static <U> AtomicIntegerFieldUpdater<U> newUpdater(Class<U> a, String b) {}
  protected AtomicIntegerFieldUpdater() {}
  abstract boolean compareAndSet(T a, int b, int c);
  abstract boolean weakCompareAndSet(T a, int b, int c);
  abstract void set(T a, int b);
  abstract void lazySet(T a, int b);
  abstract int get(T a);
  int getAndSet(T a, int b);
  int getAndIncrement(T a);
  int getAndDecrement(T a);
  int getAndAdd(T a, int b);
  int incrementAndGet(T a);
  int decrementAndGet(T a);
  int addAndGet(T a, int b);
  int getAndUpdate(T a, IntUnaryOperator b);
  int updateAndGet(T a, IntUnaryOperator b);
  int getAndAccumulate(T a, int b, IntBinaryOperator c);
  int accumulateAndGet(T a, int b, IntBinaryOperator c);
}
class AtomicLong extends Number implements Serializable {
  AtomicLong(long a) {}
  AtomicLong() {}
  long get();
  void set(long a);
  void lazySet(long a);
  long getAndSet(long a);
  boolean compareAndSet(long a, long b);
  boolean weakCompareAndSet(long a, long b);
  boolean weakCompareAndSetPlain(long a, long b);
  long getAndIncrement();
  long getAndDecrement();
  long getAndAdd(long a);
  long incrementAndGet();
  long decrementAndGet();
  long addAndGet(long a);
  long getAndUpdate(LongUnaryOperator a);
  long updateAndGet(LongUnaryOperator a);
  long getAndAccumulate(long a, LongBinaryOperator b);
  long accumulateAndGet(long a, LongBinaryOperator b);
  String toString();
  int intValue();
  long longValue();
  float floatValue();
  double doubleValue();
  long getPlain();
  void setPlain(long a);
  long getOpaque();
  void setOpaque(long a);
  long getAcquire();
  void setRelease(long a);
  long compareAndExchange(long a, long b);
  long compareAndExchangeAcquire(long a, long b);
  long compareAndExchangeRelease(long a, long b);
  boolean weakCompareAndSetVolatile(long a, long b);
  boolean weakCompareAndSetAcquire(long a, long b);
  boolean weakCompareAndSetRelease(long a, long b);
}
class AtomicLongArray implements Serializable {
  AtomicLongArray(int a) {}
  AtomicLongArray(long[] a) {}
  int length();
  long get(int a);
  void set(int a, long b);
  void lazySet(int a, long b);
  long getAndSet(int a, long b);
  boolean compareAndSet(int a, long b, long c);
  boolean weakCompareAndSet(int a, long b, long c);
  boolean weakCompareAndSetPlain(int a, long b, long c);
  long getAndIncrement(int a);
  long getAndDecrement(int a);
  long getAndAdd(int a, long b);
  long incrementAndGet(int a);
  long decrementAndGet(int a);
  long addAndGet(int a, long b);
  long getAndUpdate(int a, LongUnaryOperator b);
  long updateAndGet(int a, LongUnaryOperator b);
  long getAndAccumulate(int a, long b, LongBinaryOperator c);
  long accumulateAndGet(int a, long b, LongBinaryOperator c);
  String toString();
  long getPlain(int a);
  void setPlain(int a, long b);
  long getOpaque(int a);
  void setOpaque(int a, long b);
  long getAcquire(int a);
  void setRelease(int a, long b);
  long compareAndExchange(int a, long b, long c);
  long compareAndExchangeAcquire(int a, long b, long c);
  long compareAndExchangeRelease(int a, long b, long c);
  boolean weakCompareAndSetVolatile(int a, long b, long c);
  boolean weakCompareAndSetAcquire(int a, long b, long c);
  boolean weakCompareAndSetRelease(int a, long b, long c);
}
abstract class AtomicLongFieldUpdater<T> {
  static <U> AtomicLongFieldUpdater<U> newUpdater(Class<U> a, String b) {}
  protected AtomicLongFieldUpdater() {}
  abstract boolean compareAndSet(T a, long b, long c);
  abstract boolean weakCompareAndSet(T a, long b, long c);
  abstract void set(T a, long b);
  abstract void lazySet(T a, long b);
  abstract long get(T a);
  long getAndSet(T a, long b);
  long getAndIncrement(T a);
  long getAndDecrement(T a);
  long getAndAdd(T a, long b);
  long incrementAndGet(T a);
  long decrementAndGet(T a);
  long addAndGet(T a, long b);
  long getAndUpdate(T a, LongUnaryOperator b);
  long updateAndGet(T a, LongUnaryOperator b);
  long getAndAccumulate(T a, long b, LongBinaryOperator c);
  long accumulateAndGet(T a, long b, LongBinaryOperator c);
}
class AtomicMarkableReference<V> {
  AtomicMarkableReference(V a, boolean b) {}
  V getReference();
  boolean isMarked();
  V get(boolean[] a);
  boolean weakCompareAndSet(V a, V b, boolean c, boolean d);
  boolean compareAndSet(V a, V b, boolean c, boolean d);
  void set(V a, boolean b);
  boolean attemptMark(V a, boolean b);
}
class AtomicReference<V> implements Serializable {
  AtomicReference(V a) {}
  AtomicReference() {}
  V get();
  void set(V a);
  void lazySet(V a);
  boolean compareAndSet(V a, V b);
  boolean weakCompareAndSet(V a, V b);
  boolean weakCompareAndSetPlain(V a, V b);
  V getAndSet(V a);
  V getAndUpdate(UnaryOperator<V> a);
  V updateAndGet(UnaryOperator<V> a);
  V getAndAccumulate(V a, BinaryOperator<V> b);
  V accumulateAndGet(V a, BinaryOperator<V> b);
  String toString();
  V getPlain();
  void setPlain(V a);
  V getOpaque();
  void setOpaque(V a);
  V getAcquire();
  void setRelease(V a);
  V compareAndExchange(V a, V b);
  V compareAndExchangeAcquire(V a, V b);
  V compareAndExchangeRelease(V a, V b);
  boolean weakCompareAndSetVolatile(V a, V b);
  boolean weakCompareAndSetAcquire(V a, V b);
  boolean weakCompareAndSetRelease(V a, V b);
}
class AtomicReferenceArray<E> implements Serializable {
  AtomicReferenceArray(int a) {}
  AtomicReferenceArray(E[] a) {}
  int length();
  E get(int a);
  void set(int a, E b);
  void lazySet(int a, E b);
  E getAndSet(int a, E b);
  boolean compareAndSet(int a, E b, E c);
  boolean weakCompareAndSet(int a, E b, E c);
  boolean weakCompareAndSetPlain(int a, E b, E c);
  E getAndUpdate(int a, UnaryOperator<E> b);
  E updateAndGet(int a, UnaryOperator<E> b);
  E getAndAccumulate(int a, E b, BinaryOperator<E> c);
  E accumulateAndGet(int a, E b, BinaryOperator<E> c);
  String toString();
  E getPlain(int a);
  void setPlain(int a, E b);
  E getOpaque(int a);
  void setOpaque(int a, E b);
  E getAcquire(int a);
  void setRelease(int a, E b);
  E compareAndExchange(int a, E b, E c);
  E compareAndExchangeAcquire(int a, E b, E c);
  E compareAndExchangeRelease(int a, E b, E c);
  boolean weakCompareAndSetVolatile(int a, E b, E c);
  boolean weakCompareAndSetAcquire(int a, E b, E c);
  boolean weakCompareAndSetRelease(int a, E b, E c);
}
abstract class AtomicReferenceFieldUpdater<T, V> {
  static <U, W> AtomicReferenceFieldUpdater<U, W> newUpdater(Class<U> a, Class<W> b, String c) {}
  protected AtomicReferenceFieldUpdater() {}
  abstract boolean compareAndSet(T a, V b, V c);
  abstract boolean weakCompareAndSet(T a, V b, V c);
  abstract void set(T a, V b);
  abstract void lazySet(T a, V b);
  abstract V get(T a);
  V getAndSet(T a, V b);
  V getAndUpdate(T a, UnaryOperator<V> b);
  V updateAndGet(T a, UnaryOperator<V> b);
  V getAndAccumulate(T a, V b, BinaryOperator<V> c);
  V accumulateAndGet(T a, V b, BinaryOperator<V> c);
}
class AtomicStampedReference<V> {
  AtomicStampedReference(V a, int b) {}
  V getReference();
  int getStamp();
  V get(int[] a);
  boolean weakCompareAndSet(V a, V b, int c, int d);
  boolean compareAndSet(V a, V b, int c, int d);
  void set(V a, int b);
  boolean attemptStamp(V a, int b);
}
class DoubleAccumulator extends java.util.concurrent.atomic.Striped64 implements Serializable {
  DoubleAccumulator(DoubleBinaryOperator a, double b) {}
  void accumulate(double a);
  double get();
  void reset();
  double getThenReset();
  String toString();
  double doubleValue();
  long longValue();
  int intValue();
  float floatValue();
}
class DoubleAdder extends java.util.concurrent.atomic.Striped64 implements Serializable {
  DoubleAdder() {}
  void add(double a);
  double sum();
  void reset();
  double sumThenReset();
  String toString();
  double doubleValue();
  long longValue();
  int intValue();
  float floatValue();
}
class LongAccumulator extends java.util.concurrent.atomic.Striped64 implements Serializable {
  LongAccumulator(LongBinaryOperator a, long b) {}
  void accumulate(long a);
  long get();
  void reset();
  long getThenReset();
  String toString();
  long longValue();
  int intValue();
  float floatValue();
  double doubleValue();
}
class LongAdder extends java.util.concurrent.atomic.Striped64 implements Serializable {
  LongAdder() {}
  void add(long a);
  void increment();
  void decrement();
  long sum();
  void reset();
  long sumThenReset();
  String toString();
  long longValue();
  int intValue();
  float floatValue();
  double doubleValue();
}
package java.util.concurrent.locks;
abstract class AbstractOwnableSynchronizer implements Serializable {
  protected AbstractOwnableSynchronizer() {}
  protected void setExclusiveOwnerThread(Thread a);
  protected Thread getExclusiveOwnerThread();
}
abstract class AbstractQueuedLongSynchronizer extends AbstractOwnableSynchronizer implements Serializable {
  AbstractQueuedLongSynchronizer() {}
  protected long getState();
  protected void setState(long a);
  protected boolean compareAndSetState(long a, long b);
  protected boolean tryAcquire(long a);
  protected boolean tryRelease(long a);
  protected long tryAcquireShared(long a);
  protected boolean tryReleaseShared(long a);
  protected boolean isHeldExclusively();
  void acquire(long a);
  void acquireInterruptibly(long a);
  boolean tryAcquireNanos(long a, long b);
  boolean release(long a);
  void acquireShared(long a);
  void acquireSharedInterruptibly(long a);
  boolean tryAcquireSharedNanos(long a, long b);
  boolean releaseShared(long a);
  boolean hasQueuedThreads();
  boolean hasContended();
  Thread getFirstQueuedThread();
  boolean isQueued(Thread a);
  boolean hasQueuedPredecessors();
  int getQueueLength();
  Collection<Thread> getQueuedThreads() {}
  Collection<Thread> getExclusiveQueuedThreads() {}
  Collection<Thread> getSharedQueuedThreads() {}
  String toString();
  boolean owns(AbstractQueuedLongSynchronizer.ConditionObject a);
  boolean hasWaiters(AbstractQueuedLongSynchronizer.ConditionObject a);
  int getWaitQueueLength(AbstractQueuedLongSynchronizer.ConditionObject a);
  Collection<Thread> getWaitingThreads(AbstractQueuedLongSynchronizer.ConditionObject a) {}
  static class ConditionObject implements Condition,Serializable {
    ConditionObject(AbstractQueuedLongSynchronizer a) {}
    void signal();
    void signalAll();
    void awaitUninterruptibly();
    void await();
    long awaitNanos(long a);
    boolean awaitUntil(Date a);
    boolean await(long a, TimeUnit b);
    protected boolean hasWaiters();
    protected int getWaitQueueLength();
    protected Collection<Thread> getWaitingThreads() {}
  }
}
abstract class AbstractQueuedSynchronizer extends AbstractOwnableSynchronizer implements Serializable {
  protected AbstractQueuedSynchronizer() {}
  protected int getState();
  protected void setState(int a);
  protected boolean compareAndSetState(int a, int b);
  protected boolean tryAcquire(int a);
  protected boolean tryRelease(int a);
  protected int tryAcquireShared(int a);
  protected boolean tryReleaseShared(int a);
  protected boolean isHeldExclusively();
  void acquire(int a);
  void acquireInterruptibly(int a);
  boolean tryAcquireNanos(int a, long b);
  boolean release(int a);
  void acquireShared(int a);
  void acquireSharedInterruptibly(int a);
  boolean tryAcquireSharedNanos(int a, long b);
  boolean releaseShared(int a);
  boolean hasQueuedThreads();
  boolean hasContended();
  Thread getFirstQueuedThread();
  boolean isQueued(Thread a);
  boolean hasQueuedPredecessors();
  int getQueueLength();
  Collection<Thread> getQueuedThreads() {}
  Collection<Thread> getExclusiveQueuedThreads() {}
  Collection<Thread> getSharedQueuedThreads() {}
  String toString();
  boolean owns(AbstractQueuedSynchronizer.ConditionObject a);
  boolean hasWaiters(AbstractQueuedSynchronizer.ConditionObject a);
  int getWaitQueueLength(AbstractQueuedSynchronizer.ConditionObject a);
  Collection<Thread> getWaitingThreads(AbstractQueuedSynchronizer.ConditionObject a) {}
  static class ConditionObject implements Condition,Serializable {
    ConditionObject(AbstractQueuedSynchronizer a) {}
    void signal();
    void signalAll();
    void awaitUninterruptibly();
    void await();
    long awaitNanos(long a);
    boolean awaitUntil(Date a);
    boolean await(long a, TimeUnit b);
    protected boolean hasWaiters();
    protected int getWaitQueueLength();
    protected Collection<Thread> getWaitingThreads() {}
  }
}
interface Condition {
  void await();
  void awaitUninterruptibly();
  long awaitNanos(long a);
  boolean await(long a, TimeUnit b);
  boolean awaitUntil(Date a);
  void signal();
  void signalAll();
}
interface Lock {
  void lock();
  void lockInterruptibly();
  boolean tryLock();
  boolean tryLock(long a, TimeUnit b);
  void unlock();
  Condition newCondition();
}
class LockSupport {
  static void setCurrentBlocker(Object a);
  static void unpark(Thread a);
  static void park(Object a);
  static void parkNanos(Object a, long b);
  static void parkUntil(Object a, long b);
  static Object getBlocker(Thread a);
  static void park();
  static void parkNanos(long a);
  static void parkUntil(long a);
}
interface ReadWriteLock {
  Lock readLock();
  Lock writeLock();
}
class ReentrantLock implements Lock,Serializable {
  ReentrantLock() {}
  ReentrantLock(boolean a) {}
  void lock();
  void lockInterruptibly();
  boolean tryLock();
  boolean tryLock(long a, TimeUnit b);
  void unlock();
  Condition newCondition();
  int getHoldCount();
  boolean isHeldByCurrentThread();
  boolean isLocked();
  boolean isFair();
  protected Thread getOwner();
  boolean hasQueuedThreads();
  boolean hasQueuedThread(Thread a);
  int getQueueLength();
  protected Collection<Thread> getQueuedThreads() {}
  boolean hasWaiters(Condition a);
  int getWaitQueueLength(Condition a);
  protected Collection<Thread> getWaitingThreads(Condition a) {}
  String toString();
}
class ReentrantReadWriteLock implements ReadWriteLock,Serializable {
  ReentrantReadWriteLock() {}
  ReentrantReadWriteLock(boolean a) {}
  ReentrantReadWriteLock.WriteLock writeLock();
  ReentrantReadWriteLock.ReadLock readLock();
  boolean isFair();
  protected Thread getOwner();
  int getReadLockCount();
  boolean isWriteLocked();
  boolean isWriteLockedByCurrentThread();
  int getWriteHoldCount();
  int getReadHoldCount();
  protected Collection<Thread> getQueuedWriterThreads() {}
  protected Collection<Thread> getQueuedReaderThreads() {}
  boolean hasQueuedThreads();
  boolean hasQueuedThread(Thread a);
  int getQueueLength();
  protected Collection<Thread> getQueuedThreads() {}
  boolean hasWaiters(Condition a);
  int getWaitQueueLength(Condition a);
  protected Collection<Thread> getWaitingThreads(Condition a) {}
  String toString();
  Lock writeLock();
  Lock readLock();
  static class ReadLock implements Lock,Serializable {
    protected ReadLock(ReentrantReadWriteLock a) {}
    void lock();
    void lockInterruptibly();
    boolean tryLock();
    boolean tryLock(long a, TimeUnit b);
    void unlock();
    Condition newCondition();
    String toString();
  }
  static class WriteLock implements Lock,Serializable {
    protected WriteLock(ReentrantReadWriteLock a) {}
    void lock();
    void lockInterruptibly();
    boolean tryLock();
    boolean tryLock(long a, TimeUnit b);
    void unlock();
    Condition newCondition();
    String toString();
    boolean isHeldByCurrentThread();
    int getHoldCount();
  }
}
class StampedLock implements Serializable {
  StampedLock() {}
  long writeLock();
  long tryWriteLock();
  long tryWriteLock(long a, TimeUnit b);
  long writeLockInterruptibly();
  long readLock();
  long tryReadLock();
  long tryReadLock(long a, TimeUnit b);
  long readLockInterruptibly();
  long tryOptimisticRead();
  boolean validate(long a);
  void unlockWrite(long a);
  void unlockRead(long a);
  void unlock(long a);
  long tryConvertToWriteLock(long a);
  long tryConvertToReadLock(long a);
  long tryConvertToOptimisticRead(long a);
  boolean tryUnlockWrite();
  boolean tryUnlockRead();
  boolean isWriteLocked();
  boolean isReadLocked();
  static boolean isWriteLockStamp(long a);
  static boolean isReadLockStamp(long a);
  static boolean isLockStamp(long a);
  static boolean isOptimisticReadStamp(long a);
  int getReadLockCount();
  String toString();
  Lock asReadLock();
  Lock asWriteLock();
  ReadWriteLock asReadWriteLock();
}
package java.util.function;
interface BiConsumer<T, U> {
  void accept(T a, U b);
  default BiConsumer<T, U> andThen(BiConsumer<? super T, ? super U> a) {}
}
interface BiFunction<T, U, R> {
  R apply(T a, U b);
  default <V> BiFunction<T, U, V> andThen(Function<? super R, ? extends V> a) {}
}
interface BiPredicate<T, U> {
  boolean test(T a, U b);
  default BiPredicate<T, U> and(BiPredicate<? super T, ? super U> a) {}
  default BiPredicate<T, U> negate() {}
  default BiPredicate<T, U> or(BiPredicate<? super T, ? super U> a) {}
}
interface BinaryOperator<T> extends BiFunction<T, T, T> {
  static <T> BinaryOperator<T> minBy(Comparator<? super T> a) {}
  static <T> BinaryOperator<T> maxBy(Comparator<? super T> a) {}
}
interface BooleanSupplier {
  boolean getAsBoolean();
}
interface Consumer<T> {
  void accept(T a);
  default Consumer<T> andThen(Consumer<? super T> a) {}
}
interface DoubleBinaryOperator {
  double applyAsDouble(double a, double b);
}
interface DoubleConsumer {
  void accept(double a);
  default DoubleConsumer andThen(DoubleConsumer a);
}
interface DoubleFunction<R> {
  R apply(double a);
}
interface DoublePredicate {
  boolean test(double a);
  default DoublePredicate and(DoublePredicate a);
  default DoublePredicate negate();
  default DoublePredicate or(DoublePredicate a);
}
interface DoubleSupplier {
  double getAsDouble();
}
interface DoubleToIntFunction {
  int applyAsInt(double a);
}
interface DoubleToLongFunction {
  long applyAsLong(double a);
}
interface DoubleUnaryOperator {
  double applyAsDouble(double a);
  default DoubleUnaryOperator compose(DoubleUnaryOperator a);
  default DoubleUnaryOperator andThen(DoubleUnaryOperator a);
  static DoubleUnaryOperator identity();
}
interface Function<T, R> {
  R apply(T a);
  default <V> Function<V, R> compose(Function<? super V, ? extends T> a) {}
  default <V> Function<T, V> andThen(Function<? super R, ? extends V> a) {}
  static <T> Function<T, T> identity() {}
}
interface IntBinaryOperator {
  int applyAsInt(int a, int b);
}
interface IntConsumer {
  void accept(int a);
  default IntConsumer andThen(IntConsumer a);
}
interface IntFunction<R> {
  R apply(int a);
}
interface IntPredicate {
  boolean test(int a);
  default IntPredicate and(IntPredicate a);
  default IntPredicate negate();
  default IntPredicate or(IntPredicate a);
}
interface IntSupplier {
  int getAsInt();
}
interface IntToDoubleFunction {
  double applyAsDouble(int a);
}
interface IntToLongFunction {
  long applyAsLong(int a);
}
interface IntUnaryOperator {
  int applyAsInt(int a);
  default IntUnaryOperator compose(IntUnaryOperator a);
  default IntUnaryOperator andThen(IntUnaryOperator a);
  static IntUnaryOperator identity();
}
interface LongBinaryOperator {
  long applyAsLong(long a, long b);
}
interface LongConsumer {
  void accept(long a);
  default LongConsumer andThen(LongConsumer a);
}
interface LongFunction<R> {
  R apply(long a);
}
interface LongPredicate {
  boolean test(long a);
  default LongPredicate and(LongPredicate a);
  default LongPredicate negate();
  default LongPredicate or(LongPredicate a);
}
interface LongSupplier {
  long getAsLong();
}
interface LongToDoubleFunction {
  double applyAsDouble(long a);
}
interface LongToIntFunction {
  int applyAsInt(long a);
}
interface LongUnaryOperator {
  long applyAsLong(long a);
  default LongUnaryOperator compose(LongUnaryOperator a);
  default LongUnaryOperator andThen(LongUnaryOperator a);
  static LongUnaryOperator identity();
}
interface ObjDoubleConsumer<T> {
  void accept(T a, double b);
}
interface ObjIntConsumer<T> {
  void accept(T a, int b);
}
interface ObjLongConsumer<T> {
  void accept(T a, long b);
}
interface Predicate<T> {
  boolean test(T a);
  default Predicate<T> and(Predicate<? super T> a) {}
  default Predicate<T> negate() {}
  default Predicate<T> or(Predicate<? super T> a) {}
  static <T> Predicate<T> isEqual(Object a) {}
  static <T> Predicate<T> not(Predicate<? super T> a) {}
}
interface Supplier<T> {
  T get();
}
interface ToDoubleBiFunction<T, U> {
  double applyAsDouble(T a, U b);
}
interface ToDoubleFunction<T> {
  double applyAsDouble(T a);
}
interface ToIntBiFunction<T, U> {
  int applyAsInt(T a, U b);
}
interface ToIntFunction<T> {
  int applyAsInt(T a);
}
interface ToLongBiFunction<T, U> {
  long applyAsLong(T a, U b);
}
interface ToLongFunction<T> {
  long applyAsLong(T a);
}
interface UnaryOperator<T> extends Function<T, T> {
  static <T> UnaryOperator<T> identity() {}
}
package java.util.regex;
interface MatchResult {
  int start();
  int start(int a);
  default int start(String a);
  int end();
  int end(int a);
  default int end(String a);
  String group();
  String group(int a);
  default String group(String a);
  int groupCount();
  default Map<String, Integer> namedGroups() {}
  default boolean hasMatch();
}
class Matcher implements MatchResult {
  Pattern pattern();
  MatchResult toMatchResult();
  Matcher usePattern(Pattern a);
  Matcher reset();
  Matcher reset(CharSequence a);
  int start();
  int start(int a);
  int start(String a);
  int end();
  int end(int a);
  int end(String a);
  String group();
  String group(int a);
  String group(String a);
  int groupCount();
  boolean matches();
  boolean find();
  boolean find(int a);
  boolean lookingAt();
  static String quoteReplacement(String a);
  Matcher appendReplacement(StringBuffer a, String b);
  Matcher appendReplacement(StringBuilder a, String b);
  StringBuffer appendTail(StringBuffer a);
  StringBuilder appendTail(StringBuilder a);
  String replaceAll(String a);
  String replaceAll(Function<MatchResult, String> a);
  Stream<MatchResult> results() {}
  String replaceFirst(String a);
  String replaceFirst(Function<MatchResult, String> a);
  Matcher region(int a, int b);
  int regionStart();
  int regionEnd();
  boolean hasTransparentBounds();
  Matcher useTransparentBounds(boolean a);
  boolean hasAnchoringBounds();
  Matcher useAnchoringBounds(boolean a);
  String toString();
  boolean hitEnd();
  boolean requireEnd();
  Map<String, Integer> namedGroups() {}
  boolean hasMatch();
}
class Pattern implements Serializable {
  static int UNIX_LINES;
  static int CASE_INSENSITIVE;
  static int COMMENTS;
  static int MULTILINE;
  static int LITERAL;
  static int DOTALL;
  static int UNICODE_CASE;
  static int CANON_EQ;
  static int UNICODE_CHARACTER_CLASS;
  static Pattern compile(String a);
  static Pattern compile(String a, int b);
  String pattern();
  String toString();
  Matcher matcher(CharSequence a);
  int flags();
  static boolean matches(String a, CharSequence b);
  String[] split(CharSequence a, int b);
  String[] splitWithDelimiters(CharSequence a, int b);
  String[] split(CharSequence a);
  static String quote(String a);
  Map<String, Integer> namedGroups() {}
  Predicate<String> asPredicate() {}
  Predicate<String> asMatchPredicate() {}
  Stream<String> splitAsStream(CharSequence a) {}
}
class PatternSyntaxException extends IllegalArgumentException {
  PatternSyntaxException(String a, String b, int c) {}
  int getIndex();
  String getDescription();
  String getPattern();
  String getMessage();
}
package java.util.stream;
interface BaseStream<T, S extends BaseStream<T, S>> extends AutoCloseable {
  Iterator<T> iterator() {}
  Spliterator<T> spliterator() {}
  boolean isParallel();
  S sequential();
  S parallel();
  S unordered();
  S onClose(Runnable a);
  void close();
}
interface Collector<T, A, R> {
  Supplier<A> supplier() {}
  BiConsumer<A, T> accumulator() {}
  BinaryOperator<A> combiner() {}
  Function<A, R> finisher() {}
  Set<Collector.Characteristics> characteristics() {}
  static <T, R> Collector<T, R, R> of(Supplier<R> a, BiConsumer<R, T> b, BinaryOperator<R> c, Collector.Characteristics... d) {}
  static <T, A, R> Collector<T, A, R> of(Supplier<A> a, BiConsumer<A, T> b, BinaryOperator<A> c, Function<A, R> d, Collector.Characteristics... e) {}
  static enum Characteristics {
    CONCURRENT, UNORDERED, IDENTITY_FINISH;
    static Collector.Characteristics[] values();
    static Collector.Characteristics valueOf(String a);
  }
}
class Collectors {
  static <T, C extends Collection<T>> Collector<T, ?, C> toCollection(Supplier<C> a) {}
  static <T> Collector<T, ?, List<T>> toList() {}
  static <T> Collector<T, ?, List<T>> toUnmodifiableList() {}
  static <T> Collector<T, ?, Set<T>> toSet() {}
  static <T> Collector<T, ?, Set<T>> toUnmodifiableSet() {}
  static Collector<CharSequence, ?, String> joining() {}
  static Collector<CharSequence, ?, String> joining(CharSequence a) {}
  static Collector<CharSequence, ?, String> joining(CharSequence a, CharSequence b, CharSequence c) {}
  static <T, U, A, R> Collector<T, ?, R> mapping(Function<? super T, ? extends U> a, Collector<? super U, A, R> b) {}
  static <T, U, A, R> Collector<T, ?, R> flatMapping(Function<? super T, ? extends Stream<? extends U>> a, Collector<? super U, A, R> b) {}
  static <T, A, R> Collector<T, ?, R> filtering(Predicate<? super T> a, Collector<? super T, A, R> b) {}
  static <T, A, R, RR> Collector<T, A, RR> collectingAndThen(Collector<T, A, R> a, Function<R, RR> b) {}
  static <T> Collector<T, ?, Long> counting() {}
  static <T> Collector<T, ?, Optional<T>> minBy(Comparator<? super T> a) {}
  static <T> Collector<T, ?, Optional<T>> maxBy(Comparator<? super T> a) {}
  static <T> Collector<T, ?, Integer> summingInt(ToIntFunction<? super T> a) {}
  static <T> Collector<T, ?, Long> summingLong(ToLongFunction<? super T> a) {}
  static <T> Collector<T, ?, Double> summingDouble(ToDoubleFunction<? super T> a) {}
  static <T> Collector<T, ?, Double> averagingInt(ToIntFunction<? super T> a) {}
  static <T> Collector<T, ?, Double> averagingLong(ToLongFunction<? super T> a) {}
  static <T> Collector<T, ?, Double> averagingDouble(ToDoubleFunction<? super T> a) {}
  static <T> Collector<T, ?, T> reducing(T a, BinaryOperator<T> b) {}
  static <T> Collector<T, ?, Optional<T>> reducing(BinaryOperator<T> a) {}
  static <T, U> Collector<T, ?, U> reducing(U a, Function<? super T, ? extends U> b, BinaryOperator<U> c) {}
  static <T, K> Collector<T, ?, Map<K, List<T>>> groupingBy(Function<? super T, ? extends K> a) {}
  static <T, K, A, D> Collector<T, ?, Map<K, D>> groupingBy(Function<? super T, ? extends K> a, Collector<? super T, A, D> b) {}
  static <T, K, D, A, M extends Map<K, D>> Collector<T, ?, M> groupingBy(Function<? super T, ? extends K> a, Supplier<M> b, Collector<? super T, A, D> c) {}
  static <T, K> Collector<T, ?, ConcurrentMap<K, List<T>>> groupingByConcurrent(Function<? super T, ? extends K> a) {}
  static <T, K, A, D> Collector<T, ?, ConcurrentMap<K, D>> groupingByConcurrent(Function<? super T, ? extends K> a, Collector<? super T, A, D> b) {}
  static <T, K, A, D, M extends ConcurrentMap<K, D>> Collector<T, ?, M> groupingByConcurrent(Function<? super T, ? extends K> a, Supplier<M> b, Collector<? super T, A, D> c) {}
  static <T> Collector<T, ?, Map<Boolean, List<T>>> partitioningBy(Predicate<? super T> a) {}
  static <T, D, A> Collector<T, ?, Map<Boolean, D>> partitioningBy(Predicate<? super T> a, Collector<? super T, A, D> b) {}
  static <T, K, U> Collector<T, ?, Map<K, U>> toMap(Function<? super T, ? extends K> a, Function<? super T, ? extends U> b) {}
  static <T, K, U> Collector<T, ?, Map<K, U>> toUnmodifiableMap(Function<? super T, ? extends K> a, Function<? super T, ? extends U> b) {}
  static <T, K, U> Collector<T, ?, Map<K, U>> toMap(Function<? super T, ? extends K> a, Function<? super T, ? extends U> b, BinaryOperator<U> c) {}
  static <T, K, U> Collector<T, ?, Map<K, U>> toUnmodifiableMap(Function<? super T, ? extends K> a, Function<? super T, ? extends U> b, BinaryOperator<U> c) {}
  static <T, K, U, M extends Map<K, U>> Collector<T, ?, M> toMap(Function<? super T, ? extends K> a, Function<? super T, ? extends U> b, BinaryOperator<U> c, Supplier<M> d) {}
  static <T, K, U> Collector<T, ?, ConcurrentMap<K, U>> toConcurrentMap(Function<? super T, ? extends K> a, Function<? super T, ? extends U> b) {}
  static <T, K, U> Collector<T, ?, ConcurrentMap<K, U>> toConcurrentMap(Function<? super T, ? extends K> a, Function<? super T, ? extends U> b, BinaryOperator<U> c) {}
  static <T, K, U, M extends ConcurrentMap<K, U>> Collector<T, ?, M> toConcurrentMap(Function<? super T, ? extends K> a, Function<? super T, ? extends U> b, BinaryOperator<U> c, Supplier<M> d) {}
  static <T> Collector<T, ?, IntSummaryStatistics> summarizingInt(ToIntFunction<? super T> a) {}
  static <T> Collector<T, ?, LongSummaryStatistics> summarizingLong(ToLongFunction<? super T> a) {}
  static <T> Collector<T, ?, DoubleSummaryStatistics> summarizingDouble(ToDoubleFunction<? super T> a) {}
  static <T, R1, R2, R> Collector<T, ?, R> teeing(Collector<? super T, ?, R1> a, Collector<? super T, ?, R2> b, BiFunction<? super R1, ? super R2, R> c) {}
}
interface DoubleStream extends BaseStream<Double, DoubleStream> {
  DoubleStream filter(DoublePredicate a);
  DoubleStream map(DoubleUnaryOperator a);
  <U> Stream<U> mapToObj(DoubleFunction<? extends U> a) {}
  IntStream mapToInt(DoubleToIntFunction a);
  LongStream mapToLong(DoubleToLongFunction a);
  DoubleStream flatMap(DoubleFunction<? extends DoubleStream> a);
  default DoubleStream mapMulti(DoubleStream.DoubleMapMultiConsumer a);
  DoubleStream distinct();
  DoubleStream sorted();
  DoubleStream peek(DoubleConsumer a);
  DoubleStream limit(long a);
  DoubleStream skip(long a);
  default DoubleStream takeWhile(DoublePredicate a);
  default DoubleStream dropWhile(DoublePredicate a);
  void forEach(DoubleConsumer a);
  void forEachOrdered(DoubleConsumer a);
  double[] toArray();
  double reduce(double a, DoubleBinaryOperator b);
  OptionalDouble reduce(DoubleBinaryOperator a);
  <R> R collect(Supplier<R> a, ObjDoubleConsumer<R> b, BiConsumer<R, R> c);
  double sum();
  OptionalDouble min();
  OptionalDouble max();
  long count();
  OptionalDouble average();
  DoubleSummaryStatistics summaryStatistics();
  boolean anyMatch(DoublePredicate a);
  boolean allMatch(DoublePredicate a);
  boolean noneMatch(DoublePredicate a);
  OptionalDouble findFirst();
  OptionalDouble findAny();
  Stream<Double> boxed() {}
  DoubleStream sequential();
  DoubleStream parallel();
  PrimitiveIterator.OfDouble iterator();
  Spliterator.OfDouble spliterator();
  static DoubleStream.Builder builder();
  static DoubleStream empty();
  static DoubleStream of(double a);
  static DoubleStream of(double... a);
  static DoubleStream iterate(double a, DoubleUnaryOperator b);
  static DoubleStream iterate(double a, DoublePredicate b, DoubleUnaryOperator c);
  static DoubleStream generate(DoubleSupplier a);
  static DoubleStream concat(DoubleStream a, DoubleStream b);
  default BaseStream parallel();
  default BaseStream sequential();
  default Spliterator spliterator();
  default Iterator iterator();
  static interface Builder extends DoubleConsumer {
    void accept(double a);
    default DoubleStream.Builder add(double a);
    DoubleStream build();
  }
  static interface DoubleMapMultiConsumer {
    void accept(double a, DoubleConsumer b);
  }
}
interface Gatherer<T, A, R> {
  default Supplier<A> initializer() {}
  Gatherer.Integrator<A, T, R> integrator() {}
  default BinaryOperator<A> combiner() {}
  default BiConsumer<A, Gatherer.Downstream<? super R>> finisher() {}
  default <RR> Gatherer<T, ?, RR> andThen(Gatherer<? super R, ?, ? extends RR> a) {}
  static <A> Supplier<A> defaultInitializer() {}
  static <A> BinaryOperator<A> defaultCombiner() {}
  static <A, R> BiConsumer<A, Gatherer.Downstream<? super R>> defaultFinisher() {}
  static <T, R> Gatherer<T, Void, R> ofSequential(Gatherer.Integrator<Void, T, R> a) {}
  static <T, R> Gatherer<T, Void, R> ofSequential(Gatherer.Integrator<Void, T, R> a, BiConsumer<Void, Gatherer.Downstream<? super R>> b) {}
  static <T, A, R> Gatherer<T, A, R> ofSequential(Supplier<A> a, Gatherer.Integrator<A, T, R> b) {}
  static <T, A, R> Gatherer<T, A, R> ofSequential(Supplier<A> a, Gatherer.Integrator<A, T, R> b, BiConsumer<A, Gatherer.Downstream<? super R>> c) {}
  static <T, R> Gatherer<T, Void, R> of(Gatherer.Integrator<Void, T, R> a) {}
  static <T, R> Gatherer<T, Void, R> of(Gatherer.Integrator<Void, T, R> a, BiConsumer<Void, Gatherer.Downstream<? super R>> b) {}
  static <T, A, R> Gatherer<T, A, R> of(Supplier<A> a, Gatherer.Integrator<A, T, R> b, BinaryOperator<A> c, BiConsumer<A, Gatherer.Downstream<? super R>> d) {}
  static interface Downstream<T> {
    boolean push(T a);
    default boolean isRejecting();
  }
  static interface Integrator<A, T, R> {
    boolean integrate(A a, T b, Gatherer.Downstream<? super R> c);
    static <A, T, R> Gatherer.Integrator<A, T, R> of(Gatherer.Integrator<A, T, R> a) {}
    static <A, T, R> Gatherer.Integrator.Greedy<A, T, R> ofGreedy(Gatherer.Integrator.Greedy<A, T, R> a) {}
    static interface Greedy<A, T, R> extends Gatherer.Integrator<A, T, R> {
    }
  }
}
class Gatherers {
  static <TR> Gatherer<TR, ?, List<TR>> windowFixed(int a) {}
  static <TR> Gatherer<TR, ?, List<TR>> windowSliding(int a) {}
  static <T, R> Gatherer<T, ?, R> fold(Supplier<R> a, BiFunction<? super R, ? super T, ? extends R> b) {}
  static <T, R> Gatherer<T, ?, R> scan(Supplier<R> a, BiFunction<? super R, ? super T, ? extends R> b) {}
  static <T, R> Gatherer<T, ?, R> mapConcurrent(int a, Function<? super T, ? extends R> b) {}
}
interface IntStream extends BaseStream<Integer, IntStream> {
  IntStream filter(IntPredicate a);
  IntStream map(IntUnaryOperator a);
  <U> Stream<U> mapToObj(IntFunction<? extends U> a) {}
  LongStream mapToLong(IntToLongFunction a);
  DoubleStream mapToDouble(IntToDoubleFunction a);
  IntStream flatMap(IntFunction<? extends IntStream> a);
  default IntStream mapMulti(IntStream.IntMapMultiConsumer a);
  IntStream distinct();
  IntStream sorted();
  IntStream peek(IntConsumer a);
  IntStream limit(long a);
  IntStream skip(long a);
  default IntStream takeWhile(IntPredicate a);
  default IntStream dropWhile(IntPredicate a);
  void forEach(IntConsumer a);
  void forEachOrdered(IntConsumer a);
  int[] toArray();
  int reduce(int a, IntBinaryOperator b);
  OptionalInt reduce(IntBinaryOperator a);
  <R> R collect(Supplier<R> a, ObjIntConsumer<R> b, BiConsumer<R, R> c);
  int sum();
  OptionalInt min();
  OptionalInt max();
  long count();
  OptionalDouble average();
  IntSummaryStatistics summaryStatistics();
  boolean anyMatch(IntPredicate a);
  boolean allMatch(IntPredicate a);
  boolean noneMatch(IntPredicate a);
  OptionalInt findFirst();
  OptionalInt findAny();
  LongStream asLongStream();
  DoubleStream asDoubleStream();
  Stream<Integer> boxed() {}
  IntStream sequential();
  IntStream parallel();
  PrimitiveIterator.OfInt iterator();
  Spliterator.OfInt spliterator();
  static IntStream.Builder builder();
  static IntStream empty();
  static IntStream of(int a);
  static IntStream of(int... a);
  static IntStream iterate(int a, IntUnaryOperator b);
  static IntStream iterate(int a, IntPredicate b, IntUnaryOperator c);
  static IntStream generate(IntSupplier a);
  static IntStream range(int a, int b);
  static IntStream rangeClosed(int a, int b);
  static IntStream concat(IntStream a, IntStream b);
  default BaseStream parallel();
  default BaseStream sequential();
  default Spliterator spliterator();
  default Iterator iterator();
  static interface Builder extends IntConsumer {
    void accept(int a);
    default IntStream.Builder add(int a);
    IntStream build();
  }
  static interface IntMapMultiConsumer {
    void accept(int a, IntConsumer b);
  }
}
interface LongStream extends BaseStream<Long, LongStream> {
  LongStream filter(LongPredicate a);
  LongStream map(LongUnaryOperator a);
  <U> Stream<U> mapToObj(LongFunction<? extends U> a) {}
  IntStream mapToInt(LongToIntFunction a);
  DoubleStream mapToDouble(LongToDoubleFunction a);
  LongStream flatMap(LongFunction<? extends LongStream> a);
  default LongStream mapMulti(LongStream.LongMapMultiConsumer a);
  LongStream distinct();
  LongStream sorted();
  LongStream peek(LongConsumer a);
  LongStream limit(long a);
  LongStream skip(long a);
  default LongStream takeWhile(LongPredicate a);
  default LongStream dropWhile(LongPredicate a);
  void forEach(LongConsumer a);
  void forEachOrdered(LongConsumer a);
  long[] toArray();
  long reduce(long a, LongBinaryOperator b);
  OptionalLong reduce(LongBinaryOperator a);
  <R> R collect(Supplier<R> a, ObjLongConsumer<R> b, BiConsumer<R, R> c);
  long sum();
  OptionalLong min();
  OptionalLong max();
  long count();
  OptionalDouble average();
  LongSummaryStatistics summaryStatistics();
  boolean anyMatch(LongPredicate a);
  boolean allMatch(LongPredicate a);
  boolean noneMatch(LongPredicate a);
  OptionalLong findFirst();
  OptionalLong findAny();
  DoubleStream asDoubleStream();
  Stream<Long> boxed() {}
  LongStream sequential();
  LongStream parallel();
  PrimitiveIterator.OfLong iterator();
  Spliterator.OfLong spliterator();
  static LongStream.Builder builder();
  static LongStream empty();
  static LongStream of(long a);
  static LongStream of(long... a);
  static LongStream iterate(long a, LongUnaryOperator b);
  static LongStream iterate(long a, LongPredicate b, LongUnaryOperator c);
  static LongStream generate(LongSupplier a);
  static LongStream range(long a, long b);
  static LongStream rangeClosed(long a, long b);
  static LongStream concat(LongStream a, LongStream b);
  default BaseStream parallel();
  default BaseStream sequential();
  default Spliterator spliterator();
  default Iterator iterator();
  static interface Builder extends LongConsumer {
    void accept(long a);
    default LongStream.Builder add(long a);
    LongStream build();
  }
  static interface LongMapMultiConsumer {
    void accept(long a, LongConsumer b);
  }
}
interface Stream<T> extends BaseStream<T, Stream<T>> {
  Stream<T> filter(Predicate<? super T> a) {}
  <R> Stream<R> map(Function<? super T, ? extends R> a) {}
  IntStream mapToInt(ToIntFunction<? super T> a);
  LongStream mapToLong(ToLongFunction<? super T> a);
  DoubleStream mapToDouble(ToDoubleFunction<? super T> a);
  <R> Stream<R> flatMap(Function<? super T, ? extends Stream<? extends R>> a) {}
  IntStream flatMapToInt(Function<? super T, ? extends IntStream> a);
  LongStream flatMapToLong(Function<? super T, ? extends LongStream> a);
  DoubleStream flatMapToDouble(Function<? super T, ? extends DoubleStream> a);
  default <R> Stream<R> mapMulti(BiConsumer<? super T, ? super Consumer<R>> a) {}
  default IntStream mapMultiToInt(BiConsumer<? super T, ? super IntConsumer> a);
  default LongStream mapMultiToLong(BiConsumer<? super T, ? super LongConsumer> a);
  default DoubleStream mapMultiToDouble(BiConsumer<? super T, ? super DoubleConsumer> a);
  Stream<T> distinct() {}
  Stream<T> sorted() {}
  Stream<T> sorted(Comparator<? super T> a) {}
  Stream<T> peek(Consumer<? super T> a) {}
  Stream<T> limit(long a) {}
  Stream<T> skip(long a) {}
  default Stream<T> takeWhile(Predicate<? super T> a) {}
  default Stream<T> dropWhile(Predicate<? super T> a) {}
  void forEach(Consumer<? super T> a);
  void forEachOrdered(Consumer<? super T> a);
  Object[] toArray();
  <A> A[] toArray(IntFunction<A[]> a);
  T reduce(T a, BinaryOperator<T> b);
  Optional<T> reduce(BinaryOperator<T> a) {}
  <U> U reduce(U a, BiFunction<U, ? super T, U> b, BinaryOperator<U> c);
  default <R> Stream<R> gather(Gatherer<? super T, ?, R> a) {}
  <R> R collect(Supplier<R> a, BiConsumer<R, ? super T> b, BiConsumer<R, R> c);
  <R, A> R collect(Collector<? super T, A, R> a);
  default List<T> toList() {}
  Optional<T> min(Comparator<? super T> a) {}
  Optional<T> max(Comparator<? super T> a) {}
  long count();
  boolean anyMatch(Predicate<? super T> a);
  boolean allMatch(Predicate<? super T> a);
  boolean noneMatch(Predicate<? super T> a);
  Optional<T> findFirst() {}
  Optional<T> findAny() {}
  static <T> Stream.Builder<T> builder() {}
  static <T> Stream<T> empty() {}
  static <T> Stream<T> of(T a) {}
  static <T> Stream<T> ofNullable(T a) {}
  static <T> Stream<T> of(T... a) {}
  static <T> Stream<T> iterate(T a, UnaryOperator<T> b) {}
  static <T> Stream<T> iterate(T a, Predicate<? super T> b, UnaryOperator<T> c) {}
  static <T> Stream<T> generate(Supplier<? extends T> a) {}
  static <T> Stream<T> concat(Stream<? extends T> a, Stream<? extends T> b) {}
  static interface Builder<T> extends Consumer<T> {
    void accept(T a);
    default Stream.Builder<T> add(T a) {}
    Stream<T> build() {}
  }
}
class StreamSupport {
  static <T> Stream<T> stream(Spliterator<T> a, boolean b) {}
  static <T> Stream<T> stream(Supplier<? extends Spliterator<T>> a, int b, boolean c) {}
  static IntStream intStream(Spliterator.OfInt a, boolean b);
  static IntStream intStream(Supplier<? extends Spliterator.OfInt> a, int b, boolean c);
  static LongStream longStream(Spliterator.OfLong a, boolean b);
  static LongStream longStream(Supplier<? extends Spliterator.OfLong> a, int b, boolean c);
  static DoubleStream doubleStream(Spliterator.OfDouble a, boolean b);
  static DoubleStream doubleStream(Supplier<? extends Spliterator.OfDouble> a, int b, boolean c);
}
